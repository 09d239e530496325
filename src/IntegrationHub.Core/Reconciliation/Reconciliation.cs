using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>One comparison of what an LMS says with what the hub knows of it.</summary>
public sealed record Reconciliation
{
    /// <summary>The tenant.</summary>
    public required string Institution { get; init; }

    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Its name; later ones sort after earlier ones.</summary>
    public required string Id { get; init; }

    /// <summary>The completions that are asked for.</summary>
    public required Period Window { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How far it is.</summary>
    public ReconciliationState State { get; init; }

    /// <summary>When its last course ended; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The stored row's version; null before the first.</summary>
    public string? Version { get; init; }
}

/// <summary>How far a reconciliation is.</summary>
public enum ReconciliationState
{
    /// <summary>Courses are still to be asked for.</summary>
    Running,

    /// <summary>Every course was compared.</summary>
    Complete,

    /// <summary>It has ended, and some courses could not be compared.</summary>
    Partial,
}

/// <summary>The comparison of one course.</summary>
public sealed record CourseComparison
{
    /// <summary>The course as the LMS knows it.</summary>
    public required LmsCourse Course { get; init; }

    /// <summary>The LMS's ids of the assessments whose results are asked for.</summary>
    public IReadOnlyList<string> Assessments { get; init; } = [];

    /// <summary>Where reading goes on; null at the beginning.</summary>
    public string? Cursor { get; init; }

    /// <summary>Completions and results that the LMS has in the window.</summary>
    public int Found { get; init; }

    /// <summary>Those among them that never came: they are on their way now.</summary>
    public int New { get; init; }

    /// <summary>Those among them that the hub has, be it that they wait for a person.</summary>
    public int AlreadyThere { get; init; }

    /// <summary>Since when it is put off because a system does not answer; null while it goes well.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>What went wrong last; null where nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>What of it the LMS did not show, with what helps; all else was compared. Null where it showed all.</summary>
    public IReadOnlyList<BilingualText>? Unseen { get; init; }

    /// <summary>When it ended; null while it is under way.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The stored row's version; null before the first.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it ended without a full comparison.</summary>
    public bool Failed => Ended is not null && (Error is not null || Unseen is [_, ..]);

    /// <summary>Why it was not, or not all, compared.</summary>
    public BilingualText? Why => Error is null && Unseen is not [_, ..]
        ? null
        : new(
            string.Join(' ', (Unseen ?? []).Select(text => text.Fr).Prepend(Error).OfType<string>()),
            string.Join(' ', (Unseen ?? []).Select(text => text.En).Prepend(Error).OfType<string>()));
}
