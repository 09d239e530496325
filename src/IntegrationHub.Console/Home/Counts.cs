using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Console.Home;

/// <summary>How many awards stand where.</summary>
internal sealed record Counts(int AllDone, int OnTheirWay, int Failed, int WaitingForAPerson)
{
    public static Counts Of(IReadOnlyList<AwardView> awards, IReadOnlyList<AttentionItem> attention, DateTimeOffset now)
    {
        var done = awards.Count(view =>
            view.Award.State == AwardState.Declined || view.Award.Steps.All(step => step.State == StepState.Done));
        var failed = awards.Count(view => view.Award.Steps.Any(step => step.State == StepState.Failed));
        return new(done, awards.Count - done - failed, failed, attention.Count(item => item.IsOpen(now)));
    }
}
