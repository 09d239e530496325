namespace IntegrationHub.Api;

/// <summary>Asks for a reconciliation.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Since">Start of the period, UTC; null for a day before the end of the last complete reconciliation.</param>
public sealed record ReconciliationRequest(string? Institution, string? Source, DateTimeOffset? Since);

/// <summary>A reconciliation.</summary>
public sealed record ReconciliationResponse
{
    /// <summary>Its id within the source.</summary>
    public required string Id { get; init; }

    /// <summary>The tenant.</summary>
    public required string Institution { get; init; }

    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Start of the period, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>End of the period, UTC.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>running, complete or partial.</summary>
    public required string State { get; init; }

    /// <summary>When it ended, UTC; null while it runs.</summary>
    public required DateTimeOffset? Ended { get; init; }

    /// <summary>Number of completions that the LMS has in the period, so far.</summary>
    public required int Found { get; init; }

    /// <summary>How many of them never arrived and are taken in.</summary>
    public required int New { get; init; }

    /// <summary>How many of them the hub has.</summary>
    public required int AlreadyThere { get; init; }

    /// <summary>Each course; empty before they are known, and in lists.</summary>
    public required IReadOnlyList<ReconciledCourse> Courses { get; init; }
}

/// <summary>A course of a reconciliation.</summary>
/// <param name="Id">The LMS's id.</param>
/// <param name="Names">All its ids.</param>
/// <param name="Found">Number of completions that the LMS has in the period.</param>
/// <param name="New">How many of them never arrived.</param>
/// <param name="AlreadyThere">How many of them the hub has.</param>
/// <param name="Ended">When it ended, UTC; null while it is under way.</param>
/// <param name="Error">What went wrong last; with an end: why it could not, or not all, be compared.</param>
/// <param name="Why">The same for people, with what helps; null where nothing is wrong.</param>
public sealed record ReconciledCourse(
    string Id,
    IReadOnlyList<string> Names,
    int Found,
    int New,
    int AlreadyThere,
    DateTimeOffset? Ended,
    string? Error,
    LocalizedText? Why = null);
