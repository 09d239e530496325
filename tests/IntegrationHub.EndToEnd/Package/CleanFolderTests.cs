using System.Net;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Local;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;
using Campus = IntegrationHub.EndToEnd.Hub.Campus;

namespace IntegrationHub.EndToEnd.Package;

/// <summary>What somebody has who was given the package, the sample settings and an institution's folder, and nothing else.</summary>
[Collection(nameof(Published))]
public sealed class CleanFolderTests(Published published) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clean-");
    private AzuriteProcess _azurite = null!;
    private Campus _campus = null!;
    private Ports _ports = null!;
    private LocalSecrets _secrets = null!;

    public async ValueTask InitializeAsync()
    {
        var (free, azurite) = (RunningHub.FreePorts(2), AzuritePorts.Free());
        _ports = new(
            new("hub", free[0]),
            new("sandbox", free[1]),
            new("blob", azurite.Blob),
            new("queue", azurite.Queue),
            new("table", azurite.Table));
        _secrets = LocalSecrets.ReadOrMake(Path.Combine(_folder.FullName, "secrets", "made.json"));
        _azurite = await AzuriteProcess.StartAsync(Repository.Root, azurite);
        _campus = new(_ports, _secrets);
        await _campus.Start();
    }

    [Fact]
    public async Task The_published_program_runs_with_the_settings_of_the_sample_alone()
    {
        var (package, words) = await published.For("embedded");
        package.ShouldNotBeNull(words);
        var home = Unpack(package);
        var settings = SampleSettings.Adapted(Adaptations());
        await File.WriteAllTextAsync(Path.Combine(home, "local.settings.json"), settings, TestContext.Current.CancellationToken);

        await using var hub = await PublishedHub.Start(home, new(_ports.HubAddress));
        using var api = HubConnection.Open(new(_ports.HubAddress), _secrets[LocalSecrets.AdminKey]);
        using var web = new HttpClient { BaseAddress = new(_ports.HubAddress) };
        var learner = _campus.NewLearner();
        var answers = await _campus.Send(
            "canvas",
            new
            {
                learner = learner.Email,
                course = "CYB120",
                score = 95,
            });

        answers.ShouldAllBe(answer => (int)answer!["status"]! == 200);
        await hub.Until(async () =>
            (await api.Awards(cancellation: CancellationToken.None)).Any(award =>
                award.Learner == learner.StudentNumber && award.Steps!.All(step => step.State == "done")));
        _campus.TranscriptOf(learner).ShouldHaveSingleItem();
        _campus.MailOf(learner).ShouldNotBeEmpty();
        using var page = await web.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<form");
    }

    public async ValueTask DisposeAsync()
    {
        await _campus.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>
    /// All that a person changes in the sample to run it here: where things are, that the sandbox is on this machine, and the secrets.
    /// </summary>
    private Dictionary<string, string> Adaptations() =>
        new(Secrets())
        {
            ["AzureWebJobsStorage"] = _azurite.ConnectionString,
            ["PublicBaseUrl"] = _ports.HubAddress,
            ["LocalHttpPort"] = $"{_ports.Hub.Number}",
            ["SandboxUrl"] = _ports.SandboxAddress,
            ["DidHost"] = $"localhost%3A{_ports.Hub.Number}",
            ["Outgoing__AllowPrivate"] = "true",
            ["LACNORD_TEAMS_URL"] = $"{_ports.SandboxAddress}/teams/workflows/lacnord?sig={_secrets[LocalSecrets.TeamsSignature]}",
        };

    private Dictionary<string, string> Secrets() =>
        _secrets
            .Names.Where(name => !name.StartsWith("Sandbox:", StringComparison.Ordinal))
            .ToDictionary(name => name.Replace(":", "__", StringComparison.Ordinal), name => _secrets[name]);

    // The institution's folder lies where the sample says: in "institutions", beside the program.
    private string Unpack(string package)
    {
        var home = Path.Combine(_folder.FullName, "hub");
        Copy(package, home);
        Copy(Path.Combine(Repository.Root, "src", "IntegrationHub.Sandbox", "Institutions"), Path.Combine(home, "institutions"));
        return home;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
