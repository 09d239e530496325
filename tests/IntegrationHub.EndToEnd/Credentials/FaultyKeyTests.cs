using System.Security.Cryptography;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.OpenBadges.Keys;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>A hub that cannot sign does not start, and says which setting is at fault, never what it holds.</summary>
[Collection(nameof(OnePublicHub))]
public sealed class FaultyKeyTests(PublicHub hub)
{
    private const string Ed25519 = "LACNORD_ISSUER_ED25519";
    private const string Rsa = "LACNORD_ISSUER_RSA";

    public static TheoryData<string, string, string> Faults => new()
    {
        { Ed25519, "", "missing" },
        { Ed25519, "bm90LTMyLWJ5dGVzLWF0LWFsbA", "malformed" },
        { Ed25519, NewKeys.Generate().PublicMultikey, "malformed" },
        { Rsa, "", "missing" },
        { Rsa, "MIIEnot-a-key-but-looks-like-one", "malformed" },
        { Rsa, Weak(), "malformed" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_hub_does_not_start_and_names_the_setting(string setting, string value, string fault)
    {
        var settings = new Dictionary<string, string>(hub.Settings) { ["urls"] = $"http://localhost:{RunningHub.FreePorts(1)[0]}", [setting] = value };

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => HubProcess.Start(settings));

        failure.InnerException!.Message.ShouldBe("It ended by itself.");
        failure.Message.ShouldContain($"The setting {setting} is {fault}");
        failure.Message.ShouldContain("./hub keys new");
        foreach (var secret in settings.Where(one => one.Key is Ed25519 or Rsa && one.Value.Length > 0))
            failure.Message.ShouldNotContain(secret.Value);
    }

    [Fact]
    public void A_running_hub_never_logs_its_keys()
    {
        hub.Log.ShouldNotContain(hub.Settings[Ed25519]);
        hub.Log.ShouldNotContain(hub.Settings[Rsa]);
    }

    private static string Weak()
    {
        using var rsa = RSA.Create(1024);
        return Convert.ToBase64String(rsa.ExportPkcs8PrivateKey());
    }
}
