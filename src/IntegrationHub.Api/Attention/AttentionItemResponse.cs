namespace IntegrationHub.Api;

/// <summary>Something that a person must settle.</summary>
public sealed record AttentionItemResponse
{
    /// <summary>Its name within the institution.</summary>
    public required string Id { get; init; }

    /// <summary>The tenant.</summary>
    public required string Institution { get; init; }

    /// <summary>Why, e.g. unknownLearner or stepFailed.</summary>
    public required string Cause { get; init; }

    /// <summary>What it concerns: a source, a connection, a queue, a step or a micro-credential.</summary>
    public required string Source { get; init; }

    /// <summary>What a person needs to settle it; null where it is about work.</summary>
    public required string? Subject { get; init; }

    /// <summary>The work inside the hub that failed; null where it is about something else.</summary>
    public LocalizedText? Work { get; init; }

    /// <summary>The learner that it is about, by the hub’s ID, if any.</summary>
    public string? Learner { get; init; }

    /// <summary>That learner’s student number; null where it is about nobody, or about more than fifty others before.</summary>
    public string? StudentNumber { get; init; }

    /// <summary>What went wrong last.</summary>
    public required string? Detail { get; init; }

    /// <summary>The same in French; null where it is known in one language only.</summary>
    public string? DetailFr { get; init; }

    /// <summary>The student numbers among which a person is to choose.</summary>
    public required IReadOnlyList<string> Candidates { get; init; }

    /// <summary>How often it happened.</summary>
    public required int Count { get; init; }

    /// <summary>When it first happened, UTC.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>When it last happened, UTC.</summary>
    public required DateTimeOffset Last { get; init; }

    /// <summary>When a person dismissed it, UTC; null where it is open.</summary>
    public DateTimeOffset? Dismissed { get; init; }

    /// <summary>Why, in the person's words; null where it is open.</summary>
    public string? DismissalReason { get; init; }

    /// <summary>The award it concerns, if any.</summary>
    public required string? Award { get; init; }

    /// <summary>The step it concerns, if any.</summary>
    public required string? Step { get; init; }

    /// <summary>What it is.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>What to do.</summary>
    public required LocalizedText Action { get; init; }

    /// <summary>What a person can do about it, the main command first.</summary>
    public required IReadOnlyList<AttentionItemCommand> Commands { get; init; }
}

/// <summary>A command that an attention item offers.</summary>
/// <param name="Name">Its name, e.g. identify, retry, aside or approve.</param>
/// <param name="On">What it acts on: item, award or step.</param>
/// <param name="Path">Where to post it.</param>
public sealed record AttentionItemCommand(string Name, string On, string Path);
