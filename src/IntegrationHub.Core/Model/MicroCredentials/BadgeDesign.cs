namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>How a micro-credential is shown as a badge.</summary>
public sealed record BadgeDesign
{
    /// <summary>What the achievement is where the entry does not say.</summary>
    public const string MicroCredential = "MicroCredential";

    /// <summary>
    /// The platform's own identifier of the badge (Badgr: the badge class's entity id); null where the hub itself issues.
    /// </summary>
    public string? Class { get; init; }

    /// <summary>An uploaded picture that replaces the generated design; null where there is none.</summary>
    public Picture? Image { get; init; }

    /// <summary>A type of Open Badges 3.0, or <c>ext:…</c>.</summary>
    public string AchievementType { get; init; } = MicroCredential;

    /// <summary>Keywords.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Field of study; null where none is stated.</summary>
    public BilingualText? FieldOfStudy { get; init; }
}
