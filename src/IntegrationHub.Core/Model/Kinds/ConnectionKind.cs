using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Kinds;

/// <summary>A system that the hub calls, as its connector describes it.</summary>
/// <param name="Role">What it is to an institution.</param>
/// <param name="Name">As files write it, e.g. <c>ethos</c>: the <c>Kind</c> of the connector that serves it.</param>
/// <param name="Title">The product's name for people.</param>
public sealed record ConnectionKind(ConnectionRole Role, string Name, BilingualText Title)
{
    /// <summary>Whether <c>address</c> is required; else it must not be given.</summary>
    public bool NeedsAddress { get; init; } = true;

    /// <summary>Whether the hub itself does it: nothing is called, so nothing is paced, counted or found to be down.</summary>
    public bool IsTheHub { get; init; }

    /// <summary>Its settings.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>Its secrets, by purpose.</summary>
    public IReadOnlyList<Setting> Secrets { get; init; } = [];

    /// <summary>Rules of its own over its settings.</summary>
    public SettingCheck Check { get; init; } = _ => [];

    /// <summary>What it takes up itself, for a SIS; what goes by batch file is the hub's own affair.</summary>
    public IReadOnlyList<RecordForm> Records { get; init; } = [];

    /// <summary>The platform's own badge, which an entry names under <c>badge: class</c>; null where the platform asks for none.</summary>
    public BadgeClass? BadgeClass { get; init; }
}

/// <summary>What a badge platform asks of an entry's <c>badge: class</c>.</summary>
/// <param name="Means">What the platform calls it; no sentence.</param>
/// <param name="Missing">What is wrong where none is named.</param>
/// <param name="Remedy">Where to find it.</param>
public sealed record BadgeClass(BilingualText Means, BilingualText Missing, BilingualText Remedy);
