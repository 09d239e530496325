using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Model.Awards;

/// <summary>
/// The events whose senders give ids that can be referred to later (xAPI statements, awards of an LMS): what each said,
/// what it counted for, and what took it back. Only events with a <see cref="Completion.Digest"/> are entered, or with an
/// event that takes them back by id. Writes are conditional: who comes second reads again.
/// </summary>
public interface IEventRegister
{
    /// <summary>What is known of an event; null where nothing is. One point read.</summary>
    /// <exception cref="IOException">The register does not answer.</exception>
    Task<RegisteredEvent?> Find(EventKey key, CancellationToken cancellation);

    /// <summary>Adds an entry (one without version), or replaces the version that was read.</summary>
    /// <returns>The entry with its new version; null where another was quicker: nothing was written.</returns>
    /// <exception cref="IOException">The register does not answer.</exception>
    Task<RegisteredEvent?> Save(EventKey key, RegisteredEvent entry, CancellationToken cancellation);
}

/// <summary>Names an event.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="EventId">The source's own id of it.</param>
public readonly record struct EventKey(string Institution, string Source, string EventId);

/// <summary>
/// What the register knows of an event. It names nobody: learners by opaque id, content by digest; an erasure leaves it, as it leaves award
/// keys and digests (law 15).
/// </summary>
public sealed record RegisteredEvent
{
    /// <summary>The digest of its content; null where it has not come yet, and what takes it back has.</summary>
    public string? Digest { get; init; }

    /// <summary>What it counted for; empty until it is decided.</summary>
    public IReadOnlyList<CountedFor> Counted { get => field ?? []; init; }

    /// <summary>What took it back, whether that came before it or later.</summary>
    public IReadOnlyList<Evidence> TakenBack { get => field ?? []; init; }

    /// <summary>The row's version; null before it is written.</summary>
    public string? Version { get; init; }
}

/// <summary>A dossier that an event counted for.</summary>
/// <param name="Learner">The learner, by opaque id.</param>
/// <param name="MicroCredential">Code of the catalogue entry.</param>
public sealed record CountedFor(string Learner, string MicroCredential);
