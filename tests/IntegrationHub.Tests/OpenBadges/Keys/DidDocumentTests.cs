using System.Text.Json;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Keys;

public sealed class DidDocumentTests : IDisposable
{
    private const string Did = "did:web:hub.example.ca:issuers:nordet";
    private readonly Ed25519Key _today = College.Seeded(1);
    private readonly Ed25519Key _before = College.Seeded(2);
    private readonly RsaKey _rsa = TestKeys.Rsa();
    private readonly byte[] _document;

    public DidDocumentTests() => _document = DidDocument.Write(Did, [_today.PublicKey, _before.PublicKey], [_rsa.PublicJwk]);

    [Fact]
    public void Every_key_has_the_issuer_as_controller_and_its_own_address()
    {
        var read = ControllerDocument.Read(_document);

        read.Id.ShouldBe(Did);
        read.Methods.Select(method => method.Controller).ShouldAllBe(controller => controller == Did);
        read.Methods.Select(method => method.Id)
            .ShouldBe([$"{Did}#{_today.PublicKey.Multikey}", $"{Did}#{_before.PublicKey.Multikey}", $"{Did}#{_rsa.Thumbprint}"]);
        read.Methods.ShouldAllBe(method => read.Asserts(method));
    }

    [Fact]
    public void Keys_come_out_as_they_went_in()
    {
        var read = ControllerDocument.Read(_document);

        read.Find(DidDocument.MethodOf(Did, _today.PublicKey))!.Ed25519.ShouldBe(_today.PublicKey);
        read.Find(DidDocument.MethodOf(Did, _rsa.PublicJwk))!.Jwk.ShouldBe(_rsa.PublicJwk);
        read.Find(Did + "#another").ShouldBeNull();
    }

    [Fact]
    public void Assertion_methods_are_addresses_and_the_did_context_comes_first()
    {
        var document = JsonDocument.Parse(_document).RootElement;

        document.GetProperty("assertionMethod").EnumerateArray().ShouldAllBe(method => method.ValueKind == JsonValueKind.String);
        document.GetProperty("@context")[0].GetString().ShouldBe("https://www.w3.org/ns/did/v1");
        document
            .GetProperty("verificationMethod")
            .EnumerateArray()
            .Select(method => method.GetProperty("type").GetString())
            .ShouldBe(["Multikey", "Multikey", "JsonWebKey"]);
    }

    [Fact]
    public void An_ed25519_key_as_jwk_is_read() => ControllerDocument.Read("""
        {"id":"did:web:example.ca","verificationMethod":[{"id":"#k","controller":"did:web:example.ca","type":"JsonWebKey",
        "publicKeyJwk":{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}]}
        """u8.ToArray()).Find("did:web:example.ca#k")!.Ed25519.ShouldNotBeNull();

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("""{"id":"did:web:example.ca","verificationMethod":[{"controller":"x"}]}""")]
    [InlineData("""{"id":"did:web:example.ca","assertionMethod":[{"id":"#k","publicKeyJwk":7}]}""")]
    public void A_document_that_cannot_be_used_is_refused(string document) =>
        Should.Throw<KeyException>(() => ControllerDocument.Read(System.Text.Encoding.UTF8.GetBytes(document)));

    [Fact]
    public void A_did_key_is_the_key()
    {
        DidKey.TryParse(DidKey.Of(_today.PublicKey), out var key).ShouldBeTrue();
        key.ShouldBe(_today.PublicKey);
        DidKey.TryParse($"{DidKey.Of(_today.PublicKey)}#{_today.PublicKey.Multikey}", out _).ShouldBeTrue();
        DidKey.TryParse($"{DidKey.Of(_today.PublicKey)}#{_before.PublicKey.Multikey}", out _).ShouldBeFalse();
        DidKey.TryParse("did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme", out _).ShouldBeFalse();
    }

    [Fact]
    public void New_keys_are_ready_for_the_settings()
    {
        var keys = NewKeys.Generate();

        Ed25519Key.TryFromText(keys.Ed25519Seed, out var pair).ShouldBeTrue();
        pair.PublicKey.Multikey.ShouldBe(keys.PublicMultikey);
        using var rsa = RsaKey.FromPkcs8(keys.RsaPkcs8);
        rsa.PublicJwk.ToJson().ShouldBe(keys.PublicJwk);
        keys.ToString().ShouldBe(keys.PublicMultikey);
        NewKeys.Generate().Ed25519Seed.ShouldNotBe(keys.Ed25519Seed);
    }

    public void Dispose()
    {
        _today.Dispose();
        _before.Dispose();
        _rsa.Dispose();
    }
}
