using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Local;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.Testing;
using Xunit;
using Campus = IntegrationHub.EndToEnd.Hub.Campus;

namespace IntegrationHub.EndToEnd.Package;

/// <summary>
/// What somebody has who was given the package, the sample settings and an institution’s folder, and nothing else: in a folder of
/// its own, with a storage and a campus beside it.
/// </summary>
public sealed class CleanFolder : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clean-");
    private AzuriteProcess _azurite = null!;
    private Ports _ports = null!;
    private LocalSecrets _secrets = null!;

    internal Campus Campus { get; private set; } = null!;

    internal Uri Address => new(_ports.HubAddress);

    internal string AdminKey => _secrets[LocalSecrets.AdminKey];

    internal string Storage => _azurite.ConnectionString;

    internal string Home => Path.Combine(_folder.FullName, "hub");

    /// <summary>The sample with what a person changes to run it here.</summary>
    internal string Settings => SampleSettings.Adapted(Adaptations());

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
        Campus = new(_ports, _secrets);
        await Campus.Start();
    }

    // The institution's folder lies where the sample says: in "institutions", beside the program.
    internal void Unpack(string package)
    {
        Copy(package, Home);
        Copy(Path.Combine(Repository.Root, "src", "IntegrationHub.Sandbox", "Institutions"), Path.Combine(Home, "institutions"));
    }

    public async ValueTask DisposeAsync()
    {
        await Campus.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>
    /// All that a person changes in the sample to run it here: where things are, that the sandbox is on this machine, and the secrets.
    /// </summary>
    private Dictionary<string, string> Adaptations() =>
        new(Secrets())
        {
            ["AzureWebJobsStorage"] = Storage,
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
