using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Console.AwardDetails;

/// <summary>Answers the registrar's question: why is this on the record?</summary>
internal static class WhyOnRecord
{
    /// <summary>The heading: nobody reads of a record where there is none, or none any more.</summary>
    public static string Title(Award award) => award.State switch
    {
        AwardState.AwaitingApproval => "page.why.waits",
        AwardState.Declined => "page.why.declined",
        AwardState.Revoked => "page.why.revoked",
        _ => "page.why.title",
    };

    public static IEnumerable<string> Say(AwardView view, PageContext page)
    {
        var decision = view.Award.Decision;
        yield return Settled(view, page);
        yield return Explanation.Narrative(page.Language, decision);
        yield return page.Say("page.why.rule", decision.Version, decision.Attempts);
    }

    private static string Settled(AwardView view, PageContext page)
    {
        var decision = view.Award.Decision;
        if (view.Evidence.FirstOrDefault(evidence => evidence.EventId == decision.EventId) is { } reported)
            return page.Say(
                "page.why.event",
                reported.Source,
                reported.EventName,
                Moments.Minute(reported.At, view.Institution.TimeZone, page.Language));
        if (view.Parts.FirstOrDefault(part => part.Award == decision.EventId) is { } part)
            return page.Say(
                "page.why.part",
                view.Institution.TitleOf(part.Code),
                Moments.Day(view.Institution.DayOf(part.Earned), page.Language));
        return decision.Rules.Any(rule => rule.Rule == RuleName.Reawarded || rule is { Rule: RuleName.Prerequisite, Text: not null })
            ? page.Say("page.why.person", Moments.Minute(view.Award.Earned, view.Institution.TimeZone, page.Language))
            : page.Say("page.why.unkept", decision.EventId);
    }
}
