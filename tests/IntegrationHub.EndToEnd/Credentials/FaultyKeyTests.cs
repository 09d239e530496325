using System.Net;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>An institution that cannot sign stops itself alone; the log says which setting is at fault, never what it holds.</summary>
[Collection(nameof(OnePublicHub))]
public sealed class FaultyKeyTests(PublicHub hub) : IDisposable
{
    private const string Ed25519 = "LACNORD_ISSUER_ED25519";
    private const string Rsa = "LACNORD_ISSUER_RSA";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-");

    [Fact]
    public async Task The_hub_starts_without_it_its_neighbour_answers_and_its_own_addresses_ask_to_come_back()
    {
        // On a storage of its own: on a shared one it would put off what the other hub's tests wait for.
        await using var azurite = await AzuriteProcess.StartAsync(Repository.Root, AzuritePorts.Free());
        var settings = new Dictionary<string, string>(hub.Settings)
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["urls"] = $"http://localhost:{RunningHub.FreePorts(1)[0]}",
            ["Catalogue:Folder"] = Path.Combine(_folder.FullName, "institutions"),
            ["Catalogue:LastGood"] = Path.Combine(_folder.FullName, "last-good"),
            [Ed25519] = "bm90LTMyLWJ5dGVzLWF0LWFsbA",
        };
        foreach (var (setting, value) in hub.Settings.Where(setting => setting.Key.StartsWith("LACNORD_", StringComparison.Ordinal)))
            settings[$"RIVE_{setting["LACNORD_".Length..]}"] = value;
        Copy("lacnord", settings["Catalogue:Folder"]);
        Copy("rive", settings["Catalogue:Folder"]);

        await using var second = await HubProcess.Start(settings);
        using var web = new HttpClient { BaseAddress = new(settings["urls"]) };

        foreach (var (before, after) in new[] { ("/hooks/", "/canvas"), ("/issuers/", "/did.json") })
        {
            using var own = await web.GetAsync($"{before}lacnord{after}");
            own.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            own.Headers.RetryAfter.ShouldNotBeNull();
            using var other = await web.GetAsync($"{before}rive{after}");
            other.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.MethodNotAllowed);
        }

        second.Log.ShouldContain($"The setting {Ed25519} is malformed");
        second.Log.ShouldContain("./hub keys new");
        foreach (var secret in settings.Where(one =>
                one.Key.EndsWith("_ED25519", StringComparison.Ordinal) || one.Key.EndsWith("_RSA", StringComparison.Ordinal)))
            second.Log.ShouldNotContain(secret.Value);
    }

    [Fact]
    public void A_running_hub_never_logs_its_keys()
    {
        hub.Log.ShouldNotContain(hub.Settings[Ed25519]);
        hub.Log.ShouldNotContain(hub.Settings[Rsa]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Copy(string id, string to)
    {
        var from = Path.Combine(hub.Institutions, "lacnord");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, id, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (Path.GetFileName(file) != "institution.yaml")
                File.Copy(file, copy);
            else
                File.WriteAllText(
                    copy,
                    File.ReadAllText(file)
                        .Replace("id: lacnord", $"id: {id}", StringComparison.Ordinal)
                        .Replace("issuers:lacnord", $"issuers:{id}", StringComparison.Ordinal)
                        .Replace("LACNORD_", $"{id.ToUpperInvariant()}_", StringComparison.Ordinal));
        }
    }
}
