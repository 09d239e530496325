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
    public required Criteria Criteria { get; init; }

    /// <summary>Skills and standards of public frameworks.</summary>
    public IReadOnlyList<Alignment>? Alignment { get; init; }

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
    public Image? Image { get; init; }

    /// <summary>Language of the texts, such as fr or fr-CA.</summary>
    public string? InLanguage { get; init; }

    /// <summary>Other identifiers.</summary>
    public IReadOnlyList<IdentifierEntry>? OtherIdentifier { get; init; }

    /// <summary>Other language editions and earlier versions.</summary>
    public IReadOnlyList<Related>? Related { get; init; }

    /// <summary>Results that may be asserted.</summary>
    public IReadOnlyList<ResultDescription>? ResultDescription { get; init; }

    /// <summary>Area of specialization.</summary>
    public string? Specialization { get; init; }

    /// <summary>Keywords.</summary>
    public IReadOnlyList<string>? Tag { get; init; }

    /// <summary>Version of the achievement.</summary>
    public string? Version { get; init; }
}
