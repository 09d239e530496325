using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Console.Shared;

/// <summary>Says what became of a step: "done" alone does not say whether an entry was made or taken back.</summary>
internal static class StepWords
{
    /// <summary>The text of a step as it stands.</summary>
    public static string Of(Award award, Step step) => step switch
    {
        { HasEnded: false } when award.State == AwardState.Declined => "step.stopped",
        { State: StepState.Done, Attempts: 0, Goal: not CredentialStatus.Valid } => "step.stopped",
        { State: StepState.Done } => Done(step.Name, step.Goal) ?? $"state.{step.State}",
        _ => $"state.{step.State}",
    };

    /// <summary>The text of an entry of the timeline.</summary>
    /// <param name="entries">The timeline, oldest first.</param>
    /// <param name="at">Which entry.</param>
    public static string Of(IReadOnlyList<TimelineEntry> entries, int at)
    {
        var entry = entries[at];
        var told = Timeline.State(entries.Take(at).Where(other => other.Cycle == entry.Cycle));
        return entry is { Event: TimelineEvent.Done, Step: { } step } && Done(step, GoalOf(told)) is { } done
            ? done
            : $"timeline.{entry.Event}";
    }

    private static CredentialStatus GoalOf(AwardState? state) => state switch
    {
        AwardState.Revoked => CredentialStatus.Revoked,
        AwardState.Suspended => CredentialStatus.Suspended,
        _ => CredentialStatus.Valid,
    };

    private static string? Done(StepName step, CredentialStatus goal) => (step, goal) switch
    {
        (StepName.Transcript, CredentialStatus.Revoked) => "step.withdrawn",
        (StepName.Transcript, CredentialStatus.Suspended) => "step.kept",
        (StepName.Badge, CredentialStatus.Revoked) => "step.revoked",
        (StepName.Badge, CredentialStatus.Suspended) => "step.suspended",
        _ => null,
    };
}
