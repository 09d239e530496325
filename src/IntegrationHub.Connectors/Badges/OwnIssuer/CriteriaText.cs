using System.Text;
using IntegrationHub.Connectors.Texts;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>
/// The elements of the critical information summary (toolkit, chapter 11) for which Open Badges has no property of
/// their own, as the Markdown narrative of the achievement's criteria.
/// </summary>
internal static class CriteriaText
{
    public static string Of(MicroCredential microCredential, string language)
    {
        var summary = microCredential.Summary;
        var text = new StringBuilder();
        Add("assessment", summary.AssessmentType?.In(language));
        if (microCredential.Assessment is { } assessment)
        {
            Add("threshold", ConnectorTexts.In(
                language, "credential.percent", Figures.Exact(assessment.PassThreshold, Text.Culture(language))));
            Add("attempts", assessment.Attempts.ToString(Text.Culture(language)));
        }
        Add("supervision", summary.Supervision?.In(language));
        Add("participation", summary.Participation?.In(language));
        Add("hours", summary.Hours?.ToString("0.##", Text.Culture(language)));
        Add("credits", summary.Credits?.ToString("0.##", Text.Culture(language)) ?? ConnectorTexts.In(language, "credential.noCredits"));
        Add("prerequisites", summary.Prerequisites?.In(language));
        Add("resources", summary.Resources?.In(language));
        Add("quality", Quality(summary.QualityAssurance, language));
        Add("outcome", summary.Outcome?.In(language));
        Add("stacking", summary.Stacking?.In(language));
        return text.ToString().TrimEnd();

        void Add(string element, string? value)
        {
            if (value is not null)
                text.Append(
                        ConnectorTexts.In(
                            language,
                            "credential.criteria.line",
                            ConnectorTexts.In(language, $"credential.element.{element}"),
                            value))
                    .Append("\n\n");
        }
    }

    private static string? Quality(QualityBody? body, string language) =>
        body is null ? null
        : body.Url is { } url ? $"[{body.Name.In(language)}]({url.AbsoluteUri})"
        : body.Name.In(language);
}
