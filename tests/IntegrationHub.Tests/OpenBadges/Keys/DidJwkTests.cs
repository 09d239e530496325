using System.Buffers.Text;
using System.Text;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Proofs;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Keys;

public sealed class DidJwkTests
{
    private const string P256 =
        """{"kty":"EC","crv":"P-256","x":"acbIQiuMs3i8_uszEjJ2tpTtRM4EU3yz91PH6CdH2V0","y":"""
        + "\"_KcyLj9vWMptnmKtm46GqDz8wf74I5LKgrl2GzH3nSE\"}";

    [Fact]
    public void A_key_is_read_back_from_its_identifier_and_from_its_one_method()
    {
        var key = Jwk.Read(Encoding.UTF8.GetBytes(P256));

        foreach (var text in new[] { DidJwk.Of(key), DidJwk.Of(key) + "#0", Did(P256) })
        {
            DidJwk.TryParse(text, out var read).ShouldBeTrue();
            read!.IsSameKeyAs(key).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"crv":"P-256"}""")]
    [InlineData("""{"kty":"EC","kty":"RSA"}""")]
    [InlineData("""{"kty":7}""")]
    public void What_is_no_key_is_not_read(string json) => DidJwk.TryParse(Did(json), out _).ShouldBeFalse();

    [Theory]
    [InlineData("\"d\":\"AA\"")]
    [InlineData("\"k\":\"AA\"")]
    [InlineData("\"p\":\"AA\"")]
    public void A_key_with_its_secret_half_is_everybody_s(string secret) =>
        DidJwk.TryParse(Did(P256[..^1] + "," + secret + "}"), out _).ShouldBeFalse();

    [Theory]
    [InlineData("#1")]
    [InlineData("#")]
    [InlineData("#0#0")]
    [InlineData("=")]
    [InlineData(" ")]
    [InlineData("!")]
    public void What_stands_behind_it_is_nothing_else(string behind) => DidJwk.TryParse(Did(P256) + behind, out _).ShouldBeFalse();

    [Fact]
    public void A_longer_one_than_any_key_is_not_decoded()
    {
        string Named(int length) => Did(P256[..^1] + $",\"kid\":\"{new string('k', length)}\"}}");

        DidJwk.TryParse(Named(2000), out _).ShouldBeTrue();
        DidJwk.TryParse(Named(4000), out _).ShouldBeFalse();
    }

    /// <summary>Sizes and exponents with which a signature would prove nothing, or its check take long.</summary>
    [Theory]
    [InlineData(256, 1, "AQAB", JwtVerdict.SignatureWrong)]
    [InlineData(1024, 1, "AQAB", JwtVerdict.SignatureWrong)]
    [InlineData(128, 1, "AQAB", JwtVerdict.KeyUnusable)]
    [InlineData(256, 0, "AQAB", JwtVerdict.KeyUnusable)]
    [InlineData(1025, 1, "AQAB", JwtVerdict.KeyUnusable)]
    [InlineData(256, 1, "AQ", JwtVerdict.KeyUnusable)]
    [InlineData(256, 1, "AAAB", JwtVerdict.KeyUnusable)]
    [InlineData(256, 1, "", JwtVerdict.KeyUnusable)]
    public async Task A_key_of_rsa_has_a_sound_size_and_exponent(int bytes, byte first, string exponent, JwtVerdict verdict)
    {
        byte[] modulus = [first, .. Enumerable.Repeat((byte)(first == 0 ? 0 : 0xff), bytes - 2), 1];
        var key = new Jwk { Kty = "RSA", N = Base64Url.EncodeToString(modulus), E = exponent };
        var jwt = VcJwt.Read($"{Jwts.Part("""{"alg":"RS256"}""")}.{Jwts.Part("{}")}.{Base64Url.EncodeToString(new byte[bytes])}");

        (await jwt.Verify(key)).ShouldBe(verdict);
    }

    [Fact]
    public void A_header_without_end_is_not_parsed() =>
        Should.Throw<VcJwtException>(() =>
            VcJwt.Read($"{Jwts.Part($$"""{"alg":"RS256","x":"{{new string('x', 70_000)}}"}""")}.{Jwts.Part("{}")}.AA"));

    private static string Did(string json) => "did:jwk:" + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
