namespace IntegrationHub.OpenBadges.Model;

/// <summary>The recipient of an achievement. The standard wants an id or at least one identifier; a JWT needs the id.</summary>
public sealed record AchievementSubject
{
    /// <summary>Identifier of the recipient, a URI.</summary>
    public string? Id { get; init; }

    /// <summary>Its types; AchievementSubject is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["AchievementSubject"];

    /// <summary>Other identifiers, hashed with a salt.</summary>
    public IReadOnlyList<IdentityObject>? Identifier { get; init; }

    /// <summary>Start of the period of learning.</summary>
    public DateTimeOffset? ActivityStartDate { get; init; }

    /// <summary>End of the period of learning.</summary>
    public DateTimeOffset? ActivityEndDate { get; init; }

    /// <summary>Credits earned.</summary>
    public decimal? CreditsEarned { get; init; }

    /// <summary>Licence number issued with the credential.</summary>
    public string? LicenseNumber { get; init; }

    /// <summary>What joins several pieces of evidence; Markdown.</summary>
    public string? Narrative { get; init; }

    /// <summary>Results asserted.</summary>
    public IReadOnlyList<Result>? Result { get; init; }

    /// <summary>Role of the recipient while achieving it.</summary>
    public string? Role { get; init; }

    /// <summary>Who assessed on behalf of the issuer.</summary>
    public Profile? Source { get; init; }

    /// <summary>Academic term.</summary>
    public string? Term { get; init; }

    /// <summary>A baked picture of this award.</summary>
    public Image? Image { get; init; }

    /// <summary>What was achieved.</summary>
    public required Achievement Achievement { get; init; }
}
