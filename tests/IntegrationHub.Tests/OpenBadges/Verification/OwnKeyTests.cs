using System.Security.Cryptography;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Proofs;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary>Issuers whose identifier is their key: <c>did:jwk</c> and, of JWT, <c>did:key</c>. Nobody else signs for them.</summary>
public sealed class OwnKeyTests : IDisposable
{
    private readonly College _college = new();
    private readonly ECDsa _p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RSA _otherRsa = RSA.Create(2048);
    private readonly ECDsa _otherP256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static TheoryData<string> Algorithms => ["ES256", "RS256", "EdDSA"];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task What_the_key_in_the_identifier_signed_is_valid(string algorithm)
    {
        var did = DidJwk.Of(Key(algorithm));

        (await _college.Verify(Signed(algorithm, did, did + "#0"))).ShouldBe(VerificationVerdict.Valid);
        (await _college.Verify(Signed(algorithm, did, did))).ShouldBe(VerificationVerdict.Valid);
        _college.Fetched.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task Another_key_s_signature_or_altered_words_are_not(string algorithm)
    {
        var did = DidJwk.Of(Key(algorithm));
        (await _college.Verify(Signed(algorithm, did, did + "#0", other: true))).ShouldSay(Signature, Failed, SignatureWrong);

        var parts = Signed(algorithm, did, did + "#0").Split('.');
        var altered = $"{parts[0]}.{Signed(algorithm, did, did, name: "Another").Split('.')[1]}.{parts[2]}";
        (await _college.Verify(altered)).ShouldSay(Signature, Failed, SignatureWrong);
        foreach (var broken in new[] { "", "AA", parts[2][..^4], parts[2] + "AAAA" })
            (await _college.Verify($"{parts[0]}.{parts[1]}.{broken}")).ShouldBe(VerificationVerdict.Invalid);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task Whoever_has_a_key_of_their_own_does_not_sign_for_another(string algorithm)
    {
        var own = DidJwk.Of(Key(algorithm));
        var issuer = DidJwk.Of(Key(algorithm, other: true));

        (await _college.Verify(Signed(algorithm, issuer, own + "#0"))).ShouldSay(Issuer, Failed, KeyOfAnother);
        (await _college.Verify(Signed(algorithm, College.Did, own + "#0"))).ShouldSay(Issuer, Failed, KeyOfAnother);
        foreach (var behind in new[] { "#1", "#", "#0#0", "#" + own, "?#0", "/x#0" })
            (await _college.Verify(Signed(algorithm, issuer, issuer + behind)))[Issuer]!.Outcome.ShouldBe(Failed, behind);
        (await _college.Verify(Brought(algorithm, issuer))).ShouldSay(Issuer, Failed, KeyNotListed);
        (await _college.Verify(Brought(algorithm, own))).ShouldBe(VerificationVerdict.Valid);
    }

    [Theory]
    [InlineData("ES256", "RS256")]
    [InlineData("RS256", "EdDSA")]
    [InlineData("EdDSA", "ES256")]
    public async Task An_algorithm_for_another_type_of_key_is_refused(string algorithm, string key)
    {
        var did = DidJwk.Of(Key(key));
        (await _college.Verify(Signed(algorithm, did, did + "#0"))).ShouldSay(Signature, Failed, KeyUnusable);
    }

    [Theory]
    [InlineData("HS256", SharedSecret)]
    [InlineData("none", NotSigned)]
    public async Task The_public_key_is_no_secret_to_sign_with(string algorithm, VerificationReason why)
    {
        var did = DidJwk.Of(Key("ES256"));
        var secret = System.Text.Encoding.UTF8.GetBytes(Key("ES256").ToJson());

        (await _college.Verify(Jwts.Sign(Badge(did), algorithm, did + "#0", data => HMACSHA256.HashData(secret, data))))
            .ShouldSay(Signature, Failed, why);
    }

    [Fact]
    public async Task A_key_that_is_for_encrypting_does_not_sign()
    {
        var did = DidJwk.Of(Key("ES256") with { Use = "enc" });
        (await _college.Verify(Signed("ES256", did, did + "#0"))).ShouldSay(Issuer, Failed, KeyNotForCredentials);

        var signing = DidJwk.Of(Key("ES256") with { Use = "sig" });
        (await _college.Verify(Signed("ES256", signing, signing + "#0"))).ShouldBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task An_embedded_proof_is_checked_with_it_too()
    {
        var did = DidJwk.Of(Jwts.Public(_college.OtherKey));
        byte[] Signed(Ed25519Key key) => DataIntegrity.Sign(
            Badge(did), new() { VerificationMethod = did + "#0", Created = SampleBadges.From }, key);

        (await _college.Verify(Signed(_college.OtherKey))).ShouldBe(VerificationVerdict.Valid);
        (await _college.Verify(Signed(_college.Key))).ShouldSay(Signature, Failed, SignatureWrong);
    }

    [Fact]
    public async Task A_did_key_signs_a_jwt_and_its_neighbour_does_not()
    {
        var did = DidKey.Of(_college.OtherKey.PublicKey);
        string Signed(string keyId, Ed25519Key key) => Jwts.Sign(Badge(did), "EdDSA", keyId, Jwts.EdDsa(key));

        (await _college.Verify(Signed($"{did}#{_college.OtherKey.PublicKey}", _college.OtherKey))).ShouldBe(VerificationVerdict.Valid);
        (await _college.Verify(Signed(did, _college.Key))).ShouldSay(Signature, Failed, SignatureWrong);
        (await _college.Verify(Signed($"{did}#{_college.Key.PublicKey}", _college.Key)))[Issuer]!.Outcome.ShouldBe(Failed);
    }

    /// <summary>A key of another curve is no fault of whoever has it.</summary>
    [Fact]
    public async Task A_did_key_of_another_curve_is_a_kind_that_is_not_checked()
    {
        byte[] compressed = [0x80, 0x24, 0x02, .. _p256.ExportParameters(includePrivateParameters: false).Q.X!];
        var did = "did:key:" + Multibase.Encode58(compressed);

        var report = await _college.Verify(Jwts.Sign(Badge(did), "ES256", $"{did}#{did[8..]}", Jwts.Es256(_p256)));

        report.ShouldSay(Issuer, Unknown, IssuerUnsupported);
        report.ShouldBe(VerificationVerdict.Undetermined);
    }

    /// <summary>EdDSA of an issuer that lists its key, as Multikey and as JWK.</summary>
    [Fact]
    public async Task A_key_that_the_issuer_lists_signs_a_jwt()
    {
        var keyId = DidDocument.MethodOf(College.Did, _college.Key.PublicKey);
        var badge = SampleBadges.Full().ToUtf8();

        (await _college.Verify(Jwts.Sign(badge, "EdDSA", keyId, Jwts.EdDsa(_college.Key)))).ShouldBe(VerificationVerdict.Valid);
        (await _college.Verify(Jwts.Sign(badge, "EdDSA", keyId, Jwts.EdDsa(_college.OtherKey))))
            .ShouldSay(Signature, Failed, SignatureWrong);
    }

    public void Dispose()
    {
        _college.Dispose();
        _p256.Dispose();
        _otherP256.Dispose();
        _rsa.Dispose();
        _otherRsa.Dispose();
    }

    private static byte[] Badge(string issuer, string name = "Soins de plaies") =>
        (SampleBadges.Least() with { Name = name, Issuer = new() { Id = issuer, Name = "Une personne" } }).ToUtf8();

    private Jwk Key(string algorithm, bool other = false) => algorithm switch
    {
        "ES256" => Jwts.Public(other ? _otherP256 : _p256),
        "RS256" => Jwts.Public(other ? _otherRsa : _rsa),
        _ => Jwts.Public(other ? _college.OtherKey : _college.Key),
    };

    private Func<byte[], byte[]> Signer(string algorithm, bool other) => algorithm switch
    {
        "ES256" => Jwts.Es256(other ? _otherP256 : _p256),
        "RS256" => Jwts.Rs256(other ? _otherRsa : _rsa),
        _ => Jwts.EdDsa(other ? _college.OtherKey : _college.Key),
    };

    private string Signed(string algorithm, string issuer, string keyId, bool other = false, string name = "Soins de plaies") =>
        Jwts.Sign(Badge(issuer, name), algorithm, keyId, Signer(algorithm, other));

    /// <summary>A JWT that brings the first key in its header.</summary>
    private string Brought(string algorithm, string issuer) =>
        Jwts.Sign(Badge(issuer), algorithm, "k", Signer(algorithm, other: false), $",\"jwk\":{Key(algorithm).ToJson()}");
}
