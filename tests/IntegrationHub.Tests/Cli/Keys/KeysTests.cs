using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.Testing.Cli;
using IntegrationHub.Tests.Catalogue;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Keys;

public sealed class KeysTests
{
    [Fact]
    public async Task New_keys_are_printed_with_their_settings_and_what_to_keep_of_them()
    {
        using var cli = new CliRun();
        (await cli.Run("keys", "new", "rivesud")).ShouldBe(0);
        foreach (var shown in new[]
            {
                "RIVESUD_ISSUER_ED25519=",
                "RIVESUD_ISSUER_RSA=",
                "--name RIVESUD-ISSUER-RSA",
                "- multikey: z6Mk",
                "- jwk: '{\"kty\":\"RSA\"",
            })
            cli.Output.ShouldContain(shown);
        Directory.EnumerateFileSystemEntries(cli.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_printed_settings_are_keys_and_the_public_halves_are_theirs()
    {
        var (settings, known) = await Json();
        Ed25519Key.TryFromText(settings["LACNORD_ISSUER_ED25519"]!.GetValue<string>(), out var key).ShouldBeTrue();
        key!.PublicKey.Multikey.ShouldBe(known["multikey"]!.GetValue<string>());
        using var rsa = RsaKey.FromPkcs8(settings["LACNORD_ISSUER_RSA"]!.GetValue<string>());
        known["jwk"]!["n"]!.GetValue<string>().ShouldBe(rsa.PublicJwk.N);
        known["jwk"]!.AsObject().ShouldNotContain(member => member.Key == "d");
    }

    [Fact]
    public async Task Two_calls_make_different_keys() =>
        (await Json()).Settings.ToJsonString().ShouldNotBe((await Json()).Settings.ToJsonString());

    [Fact]
    public async Task What_is_to_be_kept_is_what_lint_takes()
    {
        var (_, known) = await Json();
        using var catalogue = new IssuerOnDisk();
        catalogue.Spoil(IssuerOnDisk.Main, IssuerOnDisk.Multikey, known["multikey"]!.GetValue<string>());
        catalogue.Spoil(IssuerOnDisk.Main, IssuerOnDisk.Jwk, known["jwk"]!.ToJsonString());
        catalogue.Lint().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Rive-Sud")]
    [InlineData("rive sud")]
    [InlineData("9sud")]
    public async Task A_name_that_no_institution_can_have_is_refused(string institution)
    {
        using var cli = new CliRun();
        (await cli.Run("keys", "new", institution)).ShouldBe(1);
        cli.Output.ShouldNotContain("_ISSUER_");
    }

    private static async Task<(JsonObject Settings, JsonObject Public)> Json()
    {
        using var cli = new CliRun();
        (await cli.Run("keys", "new", "--json")).ShouldBe(0);
        var printed = JsonNode.Parse(cli.Output)!;
        return (printed["settings"]!.AsObject(), printed["public"]!.AsObject());
    }
}
