using System.Security.Cryptography;
using System.Text.Json;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Proofs;
using IntegrationHub.OpenBadges.Verification;
using NSec.Cryptography;

namespace IntegrationHub.Benchmarks.Credentials;

/// <summary>What our side does again and again; each from bytes, and each fails where it does not do its work.</summary>
internal sealed class Operations(Material material) : IDisposable
{
    /// <summary>The smallest signature there is to be had: of one hash.</summary>
    public const string Bare = "bare";
    public const string Issue = "issue";
    public const string Jwt = "jwt";

    /// <summary>The signature only, with a key that is known.</summary>
    public const string Proof = "proof";

    /// <summary>All checks of a file, the key looked up in the issuer's DID document: what the other side does too.</summary>
    public const string Verify = "verify";

    private readonly RsaKey _rsa = RsaKey.FromPkcs8(NewKeys.Generate().RsaPkcs8);
    private readonly Key _bare = Key.Import(SignatureAlgorithm.Ed25519, material.Seed, KeyBlobFormat.RawPrivateKey);
    private readonly CredentialVerifier _verifier = new(new OneDocument(material.Did), TimeProvider.System);

    public Action Of(string name, string size)
    {
        var (plain, signed, options, hash) = (
            material.Plain(size),
            material.Signed(size),
            material.Options,
            SHA256.HashData(material.Plain(size)));
        return name switch
        {
            Bare => () => SignatureAlgorithm.Ed25519.Sign(_bare, hash),
            Issue => () => DataIntegrity.Sign(plain, options, material.Key),
            Jwt => () => VcJwt.Sign(plain, _rsa, SampleCredentials.Did),
            Proof => () => Hold(HasProof(signed)),
            Verify => () => Hold(IsValid(_verifier.Verify(signed, CancellationToken.None))),
            _ => throw new InvalidOperationException($"The bench has no operation '{name}'."),
        };
    }

    public void Dispose()
    {
        _rsa.Dispose();
        _bare.Dispose();
    }

    private bool HasProof(byte[] signed)
    {
        using var document = JsonDocument.Parse(signed);
        return DataIntegrity.Verify(document.RootElement, document.RootElement.GetProperty("proof")[0], material.Key.PublicKey).Holds;
    }

    /// <summary>Nothing is waited for, for everything is in memory: so all of it is on this thread.</summary>
    private static bool IsValid(Task<VerificationReport> report) =>
        report.IsCompletedSuccessfully && report.Result.Verdict == VerificationVerdict.Valid;

    private static void Hold(bool held)
    {
        if (!held)
            throw new InvalidOperationException("A credential of the bench does not verify.");
    }

    private sealed class OneDocument(byte[] did) : IDocuments
    {
        private static readonly Uri Address = DidWeb.ToAddress(SampleCredentials.Did);

        public Task<byte[]> Fetch(Uri address, CancellationToken cancellation) =>
            address == Address ? Task.FromResult(did) : throw new DocumentException("Nothing else may be fetched.");
    }
}
