using System.Text.Json;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>What sort of credential something is.</summary>
public enum CredentialKind
{
    /// <summary>Another verifiable credential.</summary>
    Other,

    /// <summary>An Open Badge: AchievementCredential or OpenBadgeCredential.</summary>
    Badge,

    /// <summary>An endorsement.</summary>
    Endorsement,

    /// <summary>A comprehensive learner record.</summary>
    LearnerRecord,

    /// <summary>A status list.</summary>
    StatusList,
}

/// <summary>A skill or standard that an achievement aligns to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its address.</param>
/// <param name="Framework">Name of its framework.</param>
public sealed record AlignedSkill(string? Name, string? Url, string? Framework);

/// <summary>What a credential says of itself. Words of a stranger until the checks have passed.</summary>
public sealed record CredentialFacts
{
    /// <summary>What sort it is.</summary>
    public required CredentialKind Kind { get; init; }

    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Its name, or that of the achievement.</summary>
    public string? Name { get; init; }

    /// <summary>Its description, or that of the achievement.</summary>
    public string? Description { get; init; }

    /// <summary>Address or data URI of its picture, or of the achievement's.</summary>
    public string? Image { get; init; }

    /// <summary>Id of the issuer: a DID or an address.</summary>
    public string? IssuerId { get; init; }

    /// <summary>Name of the issuer.</summary>
    public string? IssuerName { get; init; }

    /// <summary>Home page of the issuer.</summary>
    public string? IssuerUrl { get; init; }

    /// <summary>Id of the recipient, or of what is endorsed.</summary>
    public string? SubjectId { get; init; }

    /// <summary>Id of the achievement.</summary>
    public string? AchievementId { get; init; }

    /// <summary>How the achievement is earned.</summary>
    public string? Criteria { get; init; }

    /// <summary>What an endorsement says.</summary>
    public string? Comment { get; init; }

    /// <summary>Skills and standards of the achievement.</summary>
    public IReadOnlyList<AlignedSkill> Skills { get; init; } = [];

    /// <summary>When it was awarded.</summary>
    public DateTimeOffset? AwardedDate { get; init; }

    /// <summary>Valid from then on.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Expired after it.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    internal static CredentialFacts Of(JsonElement credential)
    {
        var subject = credential.All("credentialSubject").FirstOrDefault();
        var achievement = subject.Member("achievement") ?? default;
        var issuer = credential.Member("issuer") ?? default;
        return new()
        {
            Kind = KindOf(credential),
            Id = credential.Text("id"),
            Name = credential.Text("name") ?? achievement.Text("name"),
            Description = credential.Text("description") ?? achievement.Text("description"),
            Image = credential.IdOf("image") ?? achievement.IdOf("image"),
            IssuerId = credential.IdOf("issuer"),
            IssuerName = issuer.Text("name"),
            IssuerUrl = issuer.Text("url"),
            SubjectId = subject.Text("id"),
            AchievementId = achievement.Text("id"),
            Criteria = (achievement.Member("criteria") ?? default).Text("narrative"),
            Comment = subject.Text("endorsementComment"),
            Skills = [.. achievement.All("alignment")
                .Select(one => new AlignedSkill(one.Text("targetName"), one.Text("targetUrl"), one.Text("targetFramework")))],
            AwardedDate = credential.Time("awardedDate"),
            ValidFrom = credential.Time("validFrom") ?? credential.Time("issuanceDate"),
            ValidUntil = credential.Time("validUntil") ?? credential.Time("expirationDate"),
        };
    }

    private static CredentialKind KindOf(JsonElement credential)
    {
        var types = credential.Texts("type").ToHashSet();
        return types.Overlaps(["AchievementCredential", "OpenBadgeCredential"]) ? CredentialKind.Badge
            : types.Contains("EndorsementCredential") ? CredentialKind.Endorsement
            : types.Contains("ClrCredential") ? CredentialKind.LearnerRecord
            : types.Contains("BitstringStatusListCredential") ? CredentialKind.StatusList
            : CredentialKind.Other;
    }
}
