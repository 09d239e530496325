using System.Text;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>Signs documents in an institution's name.</summary>
public sealed class Signing(SigningKeys keys, PublicAddresses addresses)
{
    /// <summary>The document with an embedded proof.</summary>
    /// <param name="institution">Who signs: an issuer.</param>
    /// <param name="document">UTF-8 JSON without a proof.</param>
    /// <param name="created">When the proof is made.</param>
    public byte[] Embed(Institution institution, ReadOnlyMemory<byte> document, DateTimeOffset created)
    {
        var key = keys.Of(institution).Ed25519;
        return DataIntegrity.Sign(
            document,
            new ProofOptions { VerificationMethod = DidDocument.MethodOf(institution.Issuer!.Did, key.PublicKey), Created = created },
            key);
    }

    /// <summary>Both forms of a credential.</summary>
    public SignedDocuments Both(Institution institution, ReadOnlyMemory<byte> document, DateTimeOffset created)
    {
        var rsa = keys.Of(institution).Rsa;
        return new(Encoding.UTF8.GetString(Embed(institution, document, created)), VcJwt.Sign(document, rsa, KeyId(institution, rsa)));
    }

    /// <summary>
    /// 1EdTech's validator fetches the key id and wants a bare JWK; where the hub is only tried out, without https, the DID names the key.
    /// </summary>
    private string KeyId(Institution institution, RsaKey rsa)
    {
        var address = addresses.Key(institution.Id, rsa.Thumbprint);
        return address.Scheme == Uri.UriSchemeHttps ? address.AbsoluteUri : DidDocument.MethodOf(institution.Issuer!.Did, rsa.PublicJwk);
    }
}
