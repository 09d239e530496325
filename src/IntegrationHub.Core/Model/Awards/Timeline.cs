namespace IntegrationHub.Core.Model.Awards;

/// <summary>What a timeline tells: the state of an award can be read from it alone.</summary>
public static class Timeline
{
    /// <summary>What the timeline says of a state.</summary>
    public static TimelineEvent EventOf(AwardState state) => state switch
    {
        AwardState.AwaitingApproval => TimelineEvent.Held,
        AwardState.Declined => TimelineEvent.Declined,
        AwardState.InQuestion => TimelineEvent.Questioned,
        AwardState.Suspended => TimelineEvent.Suspended,
        AwardState.Revoked => TimelineEvent.Revoked,
        _ => TimelineEvent.Resumed,
    };

    /// <summary>The state in which entries of one award leave it.</summary>
    /// <param name="entries">Its entries, oldest first.</param>
    /// <returns>Null where they tell of no award.</returns>
    public static AwardState? State(IEnumerable<TimelineEntry> entries) =>
        entries.Select(entry => After(entry.Event)).LastOrDefault(state => state is not null);

    private static AwardState? After(TimelineEvent what) =>
        what switch
        {
            TimelineEvent.Awarded or TimelineEvent.Renewed or TimelineEvent.Reawarded or TimelineEvent.Approved or TimelineEvent.Resumed =>
                AwardState.Valid,
            TimelineEvent.Held => AwardState.AwaitingApproval,
            TimelineEvent.Declined => AwardState.Declined,
            TimelineEvent.Questioned => AwardState.InQuestion,
            TimelineEvent.Suspended => AwardState.Suspended,
            TimelineEvent.Revoked => AwardState.Revoked,
            _ => null,
        };
}
