namespace IntegrationHub.Core.Model.Completions;

/// <summary>What a delivery says.</summary>
public sealed record Reading
{
    /// <summary>What may lead to an award, in the order of the delivery.</summary>
    public IReadOnlyList<Completion> Completions { get; init; } = [];

    /// <summary>The events in it that are no completions, each kind once; counted, not kept.</summary>
    public IReadOnlyList<IgnoredEvents> Ignored { get; init; } = [];

    /// <summary>How the protocol wants a delivery answered.</summary>
    public AnswerForm Answer { get; init; }

    /// <summary>The ids of all events in it, in order, where the protocol answers with them (xAPI).</summary>
    public IReadOnlyList<string> EventIds { get; init; } = [];

    /// <summary>Whether it is authentic but of another customer of the same LMS vendor: refused like a forged one.</summary>
    public bool IsForeign { get; init; }

    /// <summary>
    /// Why events in it cannot be read, each reason once (sentences without personal data): the others count, and the delivery is kept for
    /// a person.
    /// </summary>
    public IReadOnlyList<string> Damaged { get; init; } = [];

    /// <summary>Whether of what might count nothing can be read.</summary>
    public bool IsOnlyDamaged => Damaged.Count > 0 && Completions.Count == 0;

    /// <summary>Why it cannot be read at all (a sentence without personal data); null where it can, or where some of it can.</summary>
    public string? Fault { get; init; }

    /// <summary>
    /// HTTP status for what cannot be read: what the protocol says, else 200, for the sender would only send the same bytes again.
    /// </summary>
    public int FaultStatus { get; init; } = 200;
}

/// <summary>Events of one kind that are no completions: a batch of a thousand page views is one of these.</summary>
/// <param name="Kind">The source's name of the event, fit to be a counter's label.</param>
/// <param name="Count">How many there were.</param>
public readonly record struct IgnoredEvents(string Kind, int Count = 1)
{
    /// <summary>A single event of a kind.</summary>
    public static implicit operator IgnoredEvents(string kind) => new(kind);

    /// <summary>Events by their names, counted.</summary>
    public static IReadOnlyList<IgnoredEvents> Of(IEnumerable<string> kinds) =>
        [.. kinds.CountBy(kind => kind).Select(kind => new IgnoredEvents(kind.Key, kind.Value))];

    /// <inheritdoc/>
    public override string ToString() => Count == 1 ? Kind : $"{Kind} ×{Count}";
}

/// <summary>How a protocol wants a delivery answered.</summary>
public enum AnswerForm
{
    /// <summary>A JSON object with the tracking id.</summary>
    Tracking,

    /// <summary>A JSON array of the events' ids, in order (xAPI 1.0.3, Communication 2.1.2).</summary>
    EventIds,

    /// <summary>An empty body (Caliper 1.1, 5.1.1).</summary>
    Empty,

    /// <summary>Status 204: what was put under its id is there (xAPI 1.0.3, Communication 2.1.1).</summary>
    NoContent,
}
