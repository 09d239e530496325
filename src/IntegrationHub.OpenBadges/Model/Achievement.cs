using System.Text.Json;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>What can be achieved: the micro-credential as the award shows it.</summary>
public sealed record Achievement
{
    /// <summary>Unique URI of the achievement.</summary>
    public required string Id { get; init; }

    /// <summary>Its types; Achievement is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["Achievement"];

    /// <summary>A term of the standard's list (MicroCredential, Badge, …) or <c>ext:…</c>.</summary>
    public string? AchievementType { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Short description.</summary>
    public required string Description { get; init; }

    /// <summary>How to earn it.</summary>
    public required AchievementCriteria Criteria { get; init; }

    /// <summary>Skills and standards of public frameworks.</summary>
    public IReadOnlyList<AchievementAlignment>? Alignment { get; init; }

    /// <summary>Who defined it.</summary>
    public Profile? Creator { get; init; }

    /// <summary>Credits it can give.</summary>
    public decimal? CreditsAvailable { get; init; }

    /// <summary>Signed endorsements of the achievement, raw.</summary>
    public IReadOnlyList<JsonElement>? Endorsement { get; init; }

    /// <summary>Endorsements signed as compact JWT.</summary>
    public IReadOnlyList<string>? EndorsementJwt { get; init; }

    /// <summary>Field of study.</summary>
    public string? FieldOfStudy { get; init; }

    /// <summary>Code that people use.</summary>
    public string? HumanCode { get; init; }

    /// <summary>Picture of the achievement, not baked.</summary>
    public BadgeImage? Image { get; init; }

    /// <summary>Language of the texts, such as fr or fr-CA.</summary>
    public string? InLanguage { get; init; }

    /// <summary>Other identifiers.</summary>
    public IReadOnlyList<IdentifierEntry>? OtherIdentifier { get; init; }

    /// <summary>Other language editions and earlier versions.</summary>
    public IReadOnlyList<RelatedAchievement>? Related { get; init; }

    /// <summary>Results that may be asserted.</summary>
    public IReadOnlyList<ResultDescription>? ResultDescription { get; init; }

    /// <summary>Area of specialization.</summary>
    public string? Specialization { get; init; }

    /// <summary>Keywords.</summary>
    public IReadOnlyList<string>? Tag { get; init; }

    /// <summary>Version of the achievement.</summary>
    public string? Version { get; init; }
}

/// <summary>How an achievement is earned.</summary>
public sealed record AchievementCriteria
{
    /// <summary>Page that says it.</summary>
    public string? Id { get; init; }

    /// <summary>The text itself; Markdown.</summary>
    public string? Narrative { get; init; }
}

/// <summary>A node of an educational framework that an achievement aligns to.</summary>
public sealed record AchievementAlignment
{
    /// <summary>Its types; Alignment is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["Alignment"];

    /// <summary>Name of the target.</summary>
    public required string TargetName { get; init; }

    /// <summary>Address of its official description.</summary>
    public required string TargetUrl { get; init; }

    /// <summary>Its code in the framework.</summary>
    public string? TargetCode { get; init; }

    /// <summary>Short description.</summary>
    public string? TargetDescription { get; init; }

    /// <summary>Name of the framework.</summary>
    public string? TargetFramework { get; init; }

    /// <summary>ceasn:Competency, ceterms:Credential, CFItem, CTDL… or <c>ext:…</c>.</summary>
    public string? TargetType { get; init; }
}

/// <summary>Another edition or version of an achievement.</summary>
public sealed record RelatedAchievement
{
    /// <summary>Id of the other achievement.</summary>
    public required string Id { get; init; }

    /// <summary>Its types; Related is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["Related"];

    /// <summary>Its language.</summary>
    public string? InLanguage { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }
}
