namespace IntegrationHub.Core.Erasure;

/// <summary>
/// One line of the ledger of erasures, which is replayed after every restore (law 15). It names nobody: the learner's id is a keyed hash.
/// </summary>
public sealed record Erasure
{
    /// <summary>The tenant.</summary>
    public required string Institution { get; init; }

    /// <summary>The learner, by opaque id.</summary>
    public required string Learner { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>When it was last done; null while it is under way.</summary>
    public DateTimeOffset? Done { get; init; }

    /// <summary>How many credentials lost their documents.</summary>
    public int Credentials { get; init; }

    /// <summary>How many awards were stripped.</summary>
    public int Awards { get; init; }

    /// <summary>How many raw deliveries were deleted.</summary>
    public int Deliveries { get; init; }

    /// <summary>What stays elsewhere because law or another institution keeps it.</summary>
    public IReadOnlyList<KeptElsewhere> Kept { get; init; } = [];
}

/// <summary>What an erasure in the hub does not reach.</summary>
public enum KeptElsewhere
{
    /// <summary>The transcript in the SIS: the institution must keep it.</summary>
    Transcript,

    /// <summary>The badge on an outside platform: to be erased there.</summary>
    BadgePlatform,

    /// <summary>The learning records of the LMS.</summary>
    Lms,

    /// <summary>The messages that were sent, in the mailbox and with the learner.</summary>
    Messages,

    /// <summary>
    /// Raw deliveries that are, or may be, about others too, whose completions may still wait: they are deleted with the kept deliveries of
    /// their day, and what waits for a person once that is settled.
    /// </summary>
    Batches,
}

/// <summary>The ledger of erasures.</summary>
public interface IErasures
{
    /// <summary>A line; null where the learner was never erased.</summary>
    Task<Erasure?> Find(string institution, string learner, CancellationToken cancellation);

    /// <summary>All lines of an institution.</summary>
    Task<IReadOnlyList<Erasure>> All(string institution, CancellationToken cancellation);

    /// <summary>Writes a line, or replaces it.</summary>
    Task Save(Erasure erasure, CancellationToken cancellation);
}
