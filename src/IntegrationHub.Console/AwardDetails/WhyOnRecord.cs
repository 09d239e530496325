using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Pipeline;

namespace IntegrationHub.Console.AwardDetails;

/// <summary>Answers the registrar's question: why is this on the record?</summary>
internal static class WhyOnRecord
{
    public static IEnumerable<string> Say(AwardView view, PageContext page)
    {
        var decision = view.Award.Decision;
        var settling = view.Evidence.FirstOrDefault(evidence => evidence.EventId == decision.EventId);
        yield return settling is null
            ? page.Say("page.why.unkept", decision.EventId)
            : page.Say("page.why.event", settling.Source, settling.EventName, Moments.Minute(settling.At, view.Institution.TimeZone, page.Language));
        yield return NoticeComposer.Narrative(page.Language, decision);
        yield return page.Say("page.why.rule", decision.Version, decision.Attempts);
    }
}
