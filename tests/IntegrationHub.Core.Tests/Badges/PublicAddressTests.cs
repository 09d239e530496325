using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Badges;

/// <summary>Addresses that stand in signed documents, letters and LMSs: they never change.</summary>
public sealed class PublicAddressTests
{
    private static readonly CredentialId Id = new("lacnord", new('a', 26));

    private readonly PublicAddresses _addresses = new(new("https://hub.example.ca"));

    [Fact]
    public void Every_page_has_its_address()
    {
        new[]
        {
            _addresses.Credential(Id),
            _addresses.Credential(Id, "json"),
            _addresses.Issuer("lacnord"),
            _addresses.Logo("lacnord"),
            _addresses.DidDocument("lacnord"),
            _addresses.Key("lacnord", "thumb"),
            _addresses.Achievement("lacnord", "water", 3, "fr"),
            _addresses.Picture("lacnord", "water", 2026, "fr"),
            _addresses.StatusList("lacnord", StatusPurpose.Revocation, 2),
            _addresses.Holder("token"),
            _addresses.Survey("token"),
        }.Select(address => address.AbsoluteUri).ShouldBe(
        [
            "https://hub.example.ca/credentials/lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa",
            "https://hub.example.ca/credentials/lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa.json",
            "https://hub.example.ca/issuers/lacnord",
            "https://hub.example.ca/issuers/lacnord/logo",
            "https://hub.example.ca/issuers/lacnord/did.json",
            "https://hub.example.ca/issuers/lacnord/keys/thumb",
            "https://hub.example.ca/issuers/lacnord/achievements/water/3/fr",
            "https://hub.example.ca/issuers/lacnord/badges/water/2026/fr.png",
            "https://hub.example.ca/issuers/lacnord/status/revocation-2",
            "https://hub.example.ca/learner/token",
            "https://hub.example.ca/learner/token/survey",
        ]);
    }

    [Theory]
    [InlineData("https://hub.example.ca/credentials/lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [InlineData("https://hub.example.ca/credentials/lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa/", false)]
    [InlineData("https://hub.example.ca/credentials/lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa.json", false)]
    [InlineData("https://hub.example.ca/lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("https://other.example.ca/credentials/lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("/credentials/lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData(null, false)]
    public void Only_the_very_address_of_a_credential_s_page_names_it(string? address, bool isPage)
    {
        _addresses.TryCredential(address, out var id).ShouldBe(isPage);
        if (isPage)
            id.ShouldBe(Id);
    }

    [Theory]
    [InlineData("https://hub.example.ca/anything", true)]
    [InlineData("https://hub.example.ca:8443/anything", false)]
    [InlineData("https://example.ca/", false)]
    [InlineData("/relative", false)]
    public void An_address_is_the_hub_s_own_by_its_host_and_port(string address, bool isOwn) =>
        _addresses.IsOwn(new(address, UriKind.RelativeOrAbsolute)).ShouldBe(isOwn);

    [Fact]
    public void A_source_s_address_bears_a_key_only_where_the_address_is_the_secret()
    {
        var source = OneInstitution.Only.Sources["lms"] with
        {
            Secrets = new Dictionary<string, InboundSecret> { [AuthenticationSchemes.AddressKey] = new("a/key") },
        };

        _addresses.Hook("lacnord", source).OriginalString.ShouldBe("https://hub.example.ca/hooks/lacnord/lms~a%2Fkey");
        _addresses
            .Hook("lacnord", source with { Authentication = AuthenticationSchemes.Basic })
            .OriginalString.ShouldBe("https://hub.example.ca/hooks/lacnord/lms");
        _addresses.Hook("lacnord", OneInstitution.Only.Sources["lms"]).OriginalString.ShouldBe("https://hub.example.ca/hooks/lacnord/lms");
    }
}
