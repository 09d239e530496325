using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Proofs;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Proofs;

public sealed class VcJwtTests : IDisposable
{
    private readonly RsaKey _key = TestKeys.Rsa();
    private readonly string _jwt;

    public VcJwtTests() => _jwt = VcJwt.Sign(SampleBadges.Full().ToUtf8(), _key, SampleBadges.Issuer + "#jwk");

    [Fact]
    public async Task What_is_signed_verifies_with_the_public_half() =>
        (await VcJwt.Read(_jwt).Verify(_key.PublicJwk)).ShouldBe(JwtVerdict.Verified);

    [Fact]
    public void The_header_names_algorithm_key_and_type()
    {
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(_jwt.Split('.')[0]));
        header.RootElement.GetProperty("alg").GetString().ShouldBe("RS256");
        header.RootElement.GetProperty("kid").GetString().ShouldBe(SampleBadges.Issuer + "#jwk");
        header.RootElement.GetProperty("typ").GetString().ShouldBe("JWT");
    }

    [Fact]
    public void The_payload_is_the_credential_and_its_claims()
    {
        var payload = VcJwt.Read(_jwt).Payload;

        payload.GetProperty("iss").GetString().ShouldBe(SampleBadges.Issuer);
        payload.GetProperty("jti").GetString().ShouldBe(SampleBadges.Full().Id);
        payload.GetProperty("sub").GetString().ShouldBe(SampleBadges.Full().CredentialSubject.Id);
        payload.GetProperty("nbf").GetInt64().ShouldBe(SampleBadges.From.ToUnixTimeSeconds());
        payload.GetProperty("exp").GetInt64().ShouldBe(SampleBadges.From.AddYears(2).ToUnixTimeSeconds());
        payload.GetProperty("name").GetString().ShouldBe("Œuvres d’été ® ᐃᓄᒃᑎᑐᑦ شهادة");
        payload.GetProperty("credentialSubject").GetProperty("creditsEarned").GetRawText().ShouldBe("0.5");
        JwtClaims.Contradiction(VcJwt.Read(_jwt)).ShouldBeNull();
    }

    [Fact]
    public void A_credential_without_end_has_no_exp() =>
        VcJwt.Read(VcJwt.Sign(SampleBadges.Least().ToUtf8(), _key, "k")).Payload.TryGetProperty("exp", out _).ShouldBeFalse();

    [Fact]
    public void A_jwt_needs_the_subjects_id()
    {
        var nobody = SampleBadges.Least() with { CredentialSubject = SampleBadges.Least().CredentialSubject with { Id = null } };
        Should.Throw<VcJwtException>(() => VcJwt.Sign(nobody.ToUtf8(), _key, "k")).Message.ShouldContain("credentialSubject.id");
    }

    [Fact]
    public async Task An_altered_letter_does_not_verify()
    {
        var parts = _jwt.Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("été", "étè", StringComparison.Ordinal);
        var altered = $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.{parts[2]}";
        (await VcJwt.Read(altered).Verify(_key.PublicJwk)).ShouldBe(JwtVerdict.SignatureWrong);
    }

    [Fact]
    public async Task Another_key_does_not_verify()
    {
        using var other = TestKeys.OtherRsa();
        (await VcJwt.Read(_jwt).Verify(other.PublicJwk)).ShouldBe(JwtVerdict.SignatureWrong);
    }

    [Theory]
    [InlineData("""{"alg":"none"}""", JwtVerdict.NotSigned)]
    [InlineData("""{"typ":"JWT"}""", JwtVerdict.NotSigned)]
    [InlineData("""{"alg":"HS256"}""", JwtVerdict.SharedSecret)]
    [InlineData("""{"alg":"RS384"}""", JwtVerdict.AlgorithmUnsupported)]
    [InlineData("""{"alg":"None"}""", JwtVerdict.AlgorithmUnsupported)]
    [InlineData("""{"alg":"ES256"}""", JwtVerdict.KeyOfOtherType)]
    public async Task Only_the_algorithm_of_the_key_is_taken(string header, JwtVerdict verdict)
    {
        var parts = _jwt.Split('.');
        var forged = VcJwt.Read($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{parts[1]}.{parts[2]}");
        (await forged.Verify(_key.PublicJwk)).ShouldBe(verdict);
    }

    [Fact]
    public async Task The_public_key_as_shared_secret_does_not_verify()
    {
        var text = Base64Url.EncodeToString("""{"alg":"HS256"}"""u8) + "." + _jwt.Split('.')[1];
        var tag = HMACSHA256.HashData(Encoding.UTF8.GetBytes(_key.PublicJwk.ToJson()), Encoding.UTF8.GetBytes(text));
        (await VcJwt.Read($"{text}.{Base64Url.EncodeToString(tag)}").Verify(_key.PublicJwk)).ShouldBe(JwtVerdict.SharedSecret);
    }

    [Fact]
    public async Task Es256_of_others_verifies()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = ec.ExportParameters(false).Q;
        var jwk = new Jwk { Kty = "EC", Crv = "P-256", X = Base64Url.EncodeToString(point.X), Y = Base64Url.EncodeToString(point.Y) };
        var text = Base64Url.EncodeToString("""{"alg":"ES256","typ":"JWT"}"""u8) + "." + _jwt.Split('.')[1];
        var signature = ec.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256);

        (await VcJwt.Read($"{text}.{Base64Url.EncodeToString(signature)}").Verify(jwk)).ShouldBe(JwtVerdict.Verified);
        (await VcJwt.Read($"{text}.{_jwt.Split('.')[2]}").Verify(jwk)).ShouldBe(JwtVerdict.SignatureWrong);
    }

    [Fact]
    public async Task A_key_that_is_too_short_is_not_used()
    {
        using var small = RSA.Create(1024);
        var jwk = new Jwk { Kty = "RSA", N = Base64Url.EncodeToString(small.ExportParameters(false).Modulus), E = "AQAB" };
        (await VcJwt.Read(_jwt).Verify(jwk)).ShouldBe(JwtVerdict.KeyUnusable);
        (await VcJwt.Read(_jwt).Verify(new Jwk { Kty = "RSA" })).ShouldBe(JwtVerdict.KeyUnusable);
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("!.!.!")]
    [InlineData("e30.W10.x")]
    [InlineData("e30.eyJhIjoxLCJhIjoyfQ.x")]
    public void What_is_no_jwt_is_refused(string text) => Should.Throw<VcJwtException>(() => VcJwt.Read(text));

    [Theory]
    [InlineData("simple.jwt", true)]
    [InlineData("velocity.jwt", true)]
    public void Published_jwts_are_read(string name, bool version1) =>
        VcJwt.Read(Published.Text($"1edtech-validator/ob30/{name}").Trim()).IsVersion1.ShouldBe(version1);

    public void Dispose() => _key.Dispose();
}
