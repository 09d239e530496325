using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Badges;

/// <summary>
/// The learner's private link: written <c>{credential}-{proof}</c>. The proof is keyed with the institution's pepper,
/// so nothing needs to be stored and a repeated message bears the same link; it dies with the credential's erasure.
/// </summary>
public sealed class ClaimLink(IInstitutions institutions, ISecrets secrets)
{
    private const int Bytes = 20;

    /// <summary>The token of a credential's link.</summary>
    public string Token(CredentialId credential) => $"{credential}-{Proof(institutions.Get(credential.Institution), credential)}";

    /// <summary>The credential that a token opens; false where it opens none.</summary>
    public bool Opens(string? token, [NotNullWhen(true)] out CredentialId? credential)
    {
        credential = null;
        if (Named(token) is not { } named
            || !institutions.TryGet(named.Institution, out var institution))
            return false;
        var proof = Encoding.UTF8.GetBytes(Proof(institution, named));
        if (!CryptographicOperations.FixedTimeEquals(proof, Encoding.UTF8.GetBytes(token![(token!.LastIndexOf('-') + 1)..])))
            return false;
        credential = named;
        return true;
    }

    /// <summary>The credential that a token names, whether it opens it or not; null where it names none.</summary>
    public static CredentialId? Named(string? token) =>
        token is not null && token.LastIndexOf('-') is >= 0 and var at && CredentialId.TryParse(token[..at], out var named) ? named : null;

    private string Proof(Institution institution, CredentialId credential) =>
        Base32.Encode(
            HMACSHA256
                .HashData(Encoding.UTF8.GetBytes(secrets.Pepper(institution)), Encoding.UTF8.GetBytes($"claim:{credential}"))
                .AsSpan(0, Bytes));
}
