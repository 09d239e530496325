using IntegrationHub.OpenBadges.JsonLd;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>Addresses of the JSON-LD contexts, and the order in which each kind of credential lists them.</summary>
public static class ContextAddress
{
    /// <summary>Verifiable Credentials 2.0; always first.</summary>
    public const string Credentials = KnownContexts.CredentialsV2;

    /// <summary>Verifiable Credentials 1.1, of older credentials.</summary>
    public const string CredentialsV1 = "https://www.w3.org/2018/credentials/v1";

    /// <summary>Open Badges 3.0.3.</summary>
    public const string OpenBadges = KnownContexts.OpenBadges;

    /// <summary>1EdTech's types of schema, revocation list and refresh service.</summary>
    public const string Extensions = KnownContexts.OpenBadgesExtensions;

    /// <summary>Comprehensive Learner Record 2.0.1.</summary>
    public const string Clr = KnownContexts.ComprehensiveLearnerRecord;

    /// <summary>DID documents; always first in one.</summary>
    public const string Did = "https://www.w3.org/ns/did/v1";

    /// <summary>Multikey in DID documents.</summary>
    public const string Multikey = "https://w3id.org/security/multikey/v1";

    /// <summary>JsonWebKey in DID documents.</summary>
    public const string JsonWebKey = "https://w3id.org/security/jwk/v1";

    /// <summary>Contexts of a badge or endorsement with a schema.</summary>
    public static IReadOnlyList<string> OpenBadge { get; } = [Credentials, OpenBadges, Extensions];

    /// <summary>Contexts of a status list.</summary>
    public static IReadOnlyList<string> StatusList { get; } = [Credentials];

    /// <summary>Contexts of a comprehensive learner record.</summary>
    public static IReadOnlyList<string> LearnerRecord { get; } = [Credentials, Clr, OpenBadges, Extensions];
}
