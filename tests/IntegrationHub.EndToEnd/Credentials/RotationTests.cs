using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Verification;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>The institution takes new keys and publishes the old public ones: nothing that was issued before is lost.</summary>
[Collection(nameof(OnePublicHub))]
public sealed class RotationTests(PublicHub hub)
{
    private const string Ed25519 = "LACNORD_ISSUER_ED25519";
    private const string Rsa = "LACNORD_ISSUER_RSA";

    [Fact]
    public async Task Credentials_of_before_and_after_a_rotation_verify()
    {
        var file = Path.Combine(hub.Institutions, "lacnord", "institution.yaml");
        var (yaml, seed, pkcs8) = (await File.ReadAllTextAsync(file), hub.Settings[Ed25519], hub.Settings[Rsa]);
        var before = await hub.Issue();
        var keys = NewKeys.Generate();
        try
        {
            await hub.Kill();
            (hub.Settings[Ed25519], hub.Settings[Rsa]) = (keys.Ed25519Seed, keys.RsaPkcs8);
            await File.WriteAllTextAsync(file, yaml + Previous(seed, pkcs8));
            await hub.Start();
            var after = await hub.Issue();

            Forger.MethodOf(after.Json).ShouldEndWith(keys.PublicMultikey);
            Forger.MethodOf(after.Json).ShouldNotBe(Forger.MethodOf(before.Json));
            await using var strangers = await NodeVerifiers.Start(PublicHub.Address, hub.Settings["urls"]);
            foreach (var issued in new[] { before, after })
                await Verifies(strangers, issued);

            await File.WriteAllTextAsync(file, yaml);
            await RunningHub.Until(async () =>
                JsonNode.Parse(await hub.Anybody.GetStringAsync("/issuers/lacnord/did.json"))!["assertionMethod"]!.AsArray().Count == 2);
            await using var later = await NodeVerifiers.Start(PublicHub.Address, hub.Settings["urls"]);
            $"{(await later.Ask("vc", new { credential = before.Json }))["errors"]}".ShouldContain("has no key");
            (await hub.VerifiedByUs(before.Bytes))[CheckKind.Issuer]!.Reason.ShouldBe(VerificationReason.KeyNotListed);
        }
        finally
        {
            await hub.Kill();
            (hub.Settings[Ed25519], hub.Settings[Rsa]) = (seed, pkcs8);
            await File.WriteAllTextAsync(file, yaml);
            await hub.Start();
        }
    }

    private async Task Verifies(NodeVerifiers strangers, IssuedCredential issued)
    {
        var vc = await strangers.Ask("vc", new { credential = issued.Json });
        vc["verified"]!.GetValue<bool>().ShouldBeTrue($"{vc["errors"]}");
        var core = await strangers.Ask("core", new { credential = issued.Json });
        core["errors"]!.AsArray().ShouldBeEmpty();
        core["steps"]!["revocation_status"]!.GetValue<bool>().ShouldBeTrue();
        var jwt = await strangers.Ask("jwt", new { token = issued.Jwt });
        jwt["verified"]!.GetValue<bool>().ShouldBeTrue($"{jwt["errors"]}");
        (await hub.VerifiedByUs(issued.Bytes)).Verdict.ShouldBe(VerificationVerdict.Valid);
        (await hub.VerifiedByUs(Encoding.ASCII.GetBytes(issued.Jwt))).Verdict.ShouldBe(VerificationVerdict.Valid);
    }

    private static string Previous(string seed, string pkcs8)
    {
        Ed25519Key.TryFromText(seed, out var ed25519).ShouldBeTrue();
        using var rsa = RsaKey.FromPkcs8(pkcs8);
        return $"  previous:\n    - multikey: {ed25519.PublicKey.Multikey}\n    - jwk: '{rsa.PublicJwk.ToJson()}'\n";
    }
}
