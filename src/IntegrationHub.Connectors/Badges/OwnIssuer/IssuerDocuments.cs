using System.Text;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>What an institution publishes about itself as issuer: DID document, keys, profile, achievements.</summary>
public sealed class IssuerDocuments(SigningKeys keys, AchievementMapping achievements, TimeProvider time)
{
    /// <summary>The DID document, with the keys in force and those of before.</summary>
    public byte[] Did(Institution institution)
    {
        var issuer = institution.Issuer!;
        var pair = keys.Of(institution);
        return DidDocument.Write(
            issuer.Did,
            PreviousMultikeys(issuer).Prepend(pair.Ed25519.PublicKey).DistinctBy(key => key.Multikey),
            PreviousJwks(issuer).Prepend(pair.Rsa.PublicJwk).DistinctBy(jwk => jwk.Kid));
    }

    /// <summary>A public key, in force or of before, by its thumbprint; null where there is none.</summary>
    public byte[]? Key(Institution institution, string thumbprint) =>
        new[] { keys.Of(institution).Rsa.PublicJwk }.Concat(PreviousJwks(institution.Issuer!)).FirstOrDefault(jwk => jwk.Kid == thumbprint)
            is { } found
            ? Encoding.UTF8.GetBytes(found.ToJson())
            : null;

    /// <summary>The institution's profile, in French.</summary>
    public byte[] Profile(Institution institution) => achievements.Profile(institution, "fr").ToUtf8();

    /// <summary>A micro-credential as achievement; null where the catalogue has no such version, or the language is neither.</summary>
    public byte[]? Achievement(Institution institution, string code, int version, string language) =>
        language is "fr" or "en"
        && institution.MicroCredentials.GetValueOrDefault(code)?.Versions.FirstOrDefault(candidate => candidate.Version == version)
            is { } found
            ? achievements.Of(institution, found, language, time.GetUtcNow().Year).ToUtf8()
            : null;

    private static IEnumerable<Ed25519PublicKey> PreviousMultikeys(Issuer issuer) =>
        issuer
            .Previous.Select(key => Ed25519PublicKey.TryParse(key.Multikey, out var multikey) ? multikey : null)
            .OfType<Ed25519PublicKey>();

    private static IEnumerable<Jwk> PreviousJwks(Issuer issuer) =>
        issuer
            .Previous.Select(key => key.Jwk)
            .OfType<string>()
            .Select(text => Jwk.Read(Encoding.UTF8.GetBytes(text)))
            .Select(jwk => jwk with { Kid = jwk.Thumbprint() });
}
