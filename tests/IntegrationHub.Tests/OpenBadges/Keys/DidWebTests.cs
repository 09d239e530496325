using IntegrationHub.OpenBadges.Keys;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Keys;

public sealed class DidWebTests
{
    [Theory]
    [InlineData("did:web:example.ca", "https://example.ca/.well-known/did.json")]
    [InlineData("did:web:hub.example.ca:issuers:nordet", "https://hub.example.ca/issuers/nordet/did.json")]
    [InlineData("did:web:hub.example.ca%3A7071:issuers:nordet", "https://hub.example.ca:7071/issuers/nordet/did.json")]
    [InlineData("did:web:hub.example.ca:c%3Ad", "https://hub.example.ca/c%3Ad/did.json")]
    public void A_did_names_an_address(string did, string address) => DidWeb.ToAddress(did).AbsoluteUri.ShouldBe(address);

    [Theory]
    [InlineData("https://example.ca", "did:web:example.ca")]
    [InlineData("https://hub.example.ca/issuers/nordet", "did:web:hub.example.ca:issuers:nordet")]
    [InlineData("https://hub.example.ca:7071/issuers/nordet/", "did:web:hub.example.ca%3A7071:issuers:nordet")]
    public void An_address_is_named_by_a_did(string address, string did) => DidWeb.FromAddress(new Uri(address)).ShouldBe(did);

    [Theory]
    [InlineData("did:web:")]
    [InlineData("did:web::issuers")]
    [InlineData("did:web:example.ca::x")]
    [InlineData("did:web:example.ca:..:x")]
    [InlineData("did:web:example.ca:a%2Fb")]
    [InlineData("did:web:example.ca%2Fa")]
    [InlineData("did:web:someone%40example.ca")]
    [InlineData("did:key:z6Mk")]
    [InlineData("did:web:example.ca:%5C..")]
    public void A_malformed_did_is_refused(string did) => Should.Throw<KeyException>(() => DidWeb.ToAddress(did));

    [Theory]
    [InlineData("http://example.ca")]
    [InlineData("https://example.ca/?q=1")]
    [InlineData("https://someone@example.ca/")]
    public void Only_plain_https_has_a_did(string address) => Should.Throw<KeyException>(() => DidWeb.FromAddress(new Uri(address)));
}
