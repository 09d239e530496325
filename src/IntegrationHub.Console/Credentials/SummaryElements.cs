using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Console.Credentials;

/// <summary>
/// The critical information summary (toolkit, chapter 11) without what the page shows elsewhere: title, provider, date
/// awarded, description and learning outcomes.
/// </summary>
internal static class SummaryElements
{
    public static IEnumerable<ShownElement> Of(MicroCredential entry, CredentialView view, PageContext page)
    {
        var (summary, language) = (entry.Summary, page.Language);
        (string Element, string? Text, string? Address)[] all =
        [
            ("participation", summary.Participation?.In(language), null),
            ("credits", summary.Credits is { } credits ? Number(credits, language) : page.Say("credential.noCredits"), null),
            ("hours", summary.Hours is { } hours ? Number(hours, language) : null, null),
            ("prerequisites", summary.Prerequisites?.In(language), null),
            ("resources", summary.Resources?.In(language), null),
            ("assessment", summary.AssessmentType?.In(language), null),
            (
                "threshold",
                entry.Assessment is { } assessment
                    ? page.Say("credential.percent", Figures.Exact(assessment.PassThreshold, Text.Culture(language)))
                    : null,
                null),
            ("attempts", entry.Assessment is { } attempted ? Number(attempted.Attempts, language) : null, null),
            ("supervision", summary.Supervision?.In(language), null),
            ("quality", summary.QualityAssurance?.Name.In(language), summary.QualityAssurance?.Url?.AbsoluteUri),
            ("outcome", summary.Outcome?.In(language), null),
            ("stacking", summary.Stacking?.In(language), null),
        ];
        if (entry.PeriodOf(view.AwardedOn()) is { } period)
            yield return new(
                page.Say("public.period"),
                page.Say("public.period.days", Moments.Day(period.Start, language), Moments.Day(period.End, language)));
        foreach (var (element, text, address) in all)
        {
            if (text is not null)
                yield return new(page.Say($"credential.element.{element}"), text, address);
        }
    }

    private static string Number(decimal number, string language) => number.ToString("0.##", Text.Culture(language));
}
