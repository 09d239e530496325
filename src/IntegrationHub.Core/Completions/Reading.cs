namespace IntegrationHub.Core.Completions;

/// <summary>What a delivery says.</summary>
public sealed record Reading
{
    /// <summary>What may lead to an award, in the order of the delivery.</summary>
    public IReadOnlyList<Completion> Completions { get; init; } = [];

    /// <summary>The source's names of the events in it that are no completions; counted, not kept.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>How the protocol wants a delivery answered.</summary>
    public AnswerForm Answer { get; init; }

    /// <summary>The ids of all events in it, in order, where the protocol answers with them (xAPI).</summary>
    public IReadOnlyList<string> EventIds { get; init; } = [];

    /// <summary>Whether it is authentic but of another customer of the same LMS vendor: refused like a forged one.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Why it cannot be read (a sentence without personal data); null where it can.</summary>
    public string? Fault { get; init; }

    /// <summary>HTTP status for what cannot be read: what the protocol says, else 200, for the sender would only send the same bytes again.</summary>
    public int FaultStatus { get; init; } = 200;
}

/// <summary>How a protocol wants a delivery answered.</summary>
public enum AnswerForm
{
    /// <summary>A JSON object with the tracking id.</summary>
    Tracking,

    /// <summary>A JSON array of the events' ids, in order (xAPI 1.0.3, Communication 2.1.2).</summary>
    EventIds,

    /// <summary>An empty body (Caliper 1.2, 4.2).</summary>
    Empty,

    /// <summary>Status 204: what was put under its id is there (xAPI 1.0.3, Communication 2.1.1).</summary>
    NoContent,
}
