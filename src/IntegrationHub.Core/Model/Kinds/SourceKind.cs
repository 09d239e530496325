using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Kinds;

/// <summary>What sends completions, as its connector describes it: lint, schemas, guides and pages all draw on this.</summary>
/// <param name="Name">As files write it, e.g. <c>canvas</c>: the <c>Kind</c> of the <c>ILms</c> that reads it.</param>
/// <param name="Title">The product's name for people.</param>
public sealed record SourceKind(string Name, BilingualText Title)
{
    /// <summary>The usual ways in which it proves its deliveries, the one that counts by default first.</summary>
    public required IReadOnlyList<string> Authentications { get; init; }

    /// <summary>Whether it may also use every way that asks nothing of what is sent.</summary>
    public bool TakesAnyAuthentication { get; init; } = true;

    /// <summary>Its settings.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>Rules of its own over its settings.</summary>
    public SettingCheck Check { get; init; } = _ => [];

    /// <summary>Secrets of the LMS's own API; null where the hub speaks none.</summary>
    public IReadOnlyList<Setting>? ApiSecrets { get; init; }

    /// <summary>What an offering writes under <c>course</c>, by an example.</summary>
    public required BilingualText Course { get; init; }

    /// <summary>What an offering writes under <c>assessment</c>, by an example.</summary>
    public required BilingualText Assessment { get; init; }

    /// <summary>
    /// What an offering writes under <c>assessment</c>, as the events name it: an address that a person copied stands for the id in it.
    /// Null where what is written can be none.
    /// </summary>
    public Func<string, string?> AssessmentId { get; init; } = written => written;

    /// <summary>The ways to connect it in the sender's own pages.</summary>
    public required IReadOnlyList<GuideWay> Guide { get; init; }
}
