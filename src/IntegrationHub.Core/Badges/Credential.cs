using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Badges;

/// <summary>
/// A credential that the hub issued itself: the signed documents and what the institution says of them. After an
/// erasure only what cannot identify anybody is left (law 15).
/// </summary>
public sealed record Credential
{
    /// <summary>Its public name.</summary>
    public required CredentialId Id { get; init; }

    /// <summary>The award it stands for.</summary>
    public required AwardId Award { get; init; }

    /// <summary>Whom it was issued to; null where that person's data were erased.</summary>
    public Holder? Holder { get; init; }

    /// <summary>The signed documents; null where they were erased.</summary>
    public SignedDocuments? Documents { get; init; }

    /// <summary>SHA-256 of the signed JSON document, in hexadecimal: what a copy that somebody kept can be compared with.</summary>
    public required string Digest { get; init; }

    /// <summary>Its place in the status lists.</summary>
    public required StatusEntry Status { get; init; }

    /// <summary>The credential that it renews; null where it renews none.</summary>
    public CredentialId? Renews { get; init; }

    /// <summary>When it was earned, UTC.</summary>
    public required DateTimeOffset Awarded { get; init; }

    /// <summary>When it was signed, UTC.</summary>
    public required DateTimeOffset Issued { get; init; }

    /// <summary>When it ends; null where it does not.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>What the institution says of it now.</summary>
    public CredentialStatus Standing { get; init; }

    /// <summary>Why it is suspended or revoked, in the institution's words.</summary>
    public string? Reason { get; init; }

    /// <summary>When a person last changed the standing.</summary>
    public DateTimeOffset? StandingSince { get; init; }

    /// <summary>When its holder's data were erased.</summary>
    public DateTimeOffset? Erased { get; init; }

    /// <summary>The stored version, for the conditional write; null before the first.</summary>
    public string? Version { get; init; }

    /// <summary>The same without anything that concerns a person.</summary>
    public Credential Erase(DateTimeOffset now) => this with { Holder = null, Documents = null, Reason = null, Erased = Erased ?? now };
}

/// <summary>Whom a credential was issued to, as far as the document goes.</summary>
/// <param name="Learner">The learner, by opaque id.</param>
/// <param name="MicroCredential">Code of the micro-credential.</param>
/// <param name="Language">The language of the document: <c>fr</c> or <c>en</c>.</param>
/// <param name="Subject">The random <c>urn:uuid</c> that stands for the person in the document.</param>
/// <param name="Salt">What the e-mail address was hashed with.</param>
public sealed record Holder(string Learner, string MicroCredential, string Language, string Subject, string Salt);

/// <summary>The two forms of a credential.</summary>
/// <param name="Json">With an embedded Data Integrity proof.</param>
/// <param name="Jwt">As a compact VC-JWT.</param>
public sealed record SignedDocuments(string Json, string Jwt)
{
    /// <summary>SHA-256 of the JSON form, in hexadecimal.</summary>
    public string ComputeDigest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json)));
}

/// <summary>What a standing means in the status lists.</summary>
public static class CredentialStatusExtensions
{
    /// <summary>
    /// Whether the bit of a list is set. Open Badges has room for one status entry, which points to the revocations: a
    /// suspension shows there too while it lasts, so that nobody takes a suspended credential for a good one, and in its own
    /// list, which tells it apart (decision record 9).
    /// </summary>
    public static bool Shows(this CredentialStatus status, StatusPurpose purpose) =>
        purpose == StatusPurpose.Revocation ? status != CredentialStatus.Valid : status == CredentialStatus.Suspended;
}
