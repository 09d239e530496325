using Azure.Storage.Queues;
using IntegrationHub.Benchmarks.Sources;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Cli.Up;

namespace IntegrationHub.Benchmarks.Stand;

/// <summary>Azurite and the sandbox, for all measurements; hubs are started on it as the commands of <c>hub</c> start them.</summary>
internal sealed class Grounds : IAsyncDisposable
{
    public const string Hook = "/hooks/lacnord/canvas";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Workspace workspace;
    private readonly string folder;
    private readonly Ports ports;
    private readonly LocalSecrets secrets;
    private readonly AzuriteProcess azurite;
    private readonly Child sandbox;

    private Grounds(Workspace workspace, string folder, Ports ports, LocalSecrets secrets, AzuriteProcess azurite, Child sandbox)
    {
        (this.workspace, this.folder, this.ports, this.secrets, this.azurite, this.sandbox) = (
            workspace,
            folder,
            ports,
            secrets,
            azurite,
            sandbox);
        Sandbox = new(new(ports.SandboxAddress));
    }

    public SandboxApi Sandbox { get; }

    public int HubPort => ports.Hub.Number;

    public AzuritePorts StoragePorts => azurite.Ports;

    public string Storage => azurite.ConnectionString;

    public string Folder => folder;

    public static async Task<Grounds> Start(Workspace workspace, int learners, Action<string> progress, CancellationToken cancellation)
    {
        var folder = Path.Combine(workspace.Hidden, "bench");
        var data = Path.Combine(folder, "azurite-data");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        foreach (var atVendorsPace in (bool[])[true, false])
            FastInstitution.Copy(workspace.Institutions, Institutions(folder, atVendorsPace), atVendorsPace);
        var secrets = LocalSecrets.ReadOrMake(Path.Combine(folder, "settings.json"));
        var azurite = await AzuriteProcess.StartAsync(
            workspace.Root,
            AzuritePorts.Free(),
            data,
            _ => progress(Texts.Get("azurite.installing")),
            cancellation);
        var free = AzuritePorts.Free();
        var ports = new Ports(
            new("", free.Blob),
            new("", free.Queue),
            new("", azurite.Ports.Blob),
            new("", azurite.Ports.Queue),
            new("", azurite.Ports.Table));
        var settings = ChildSettings.Sandbox(ports, secrets);
        settings["Sandbox:ExtraLearners"] = $"{learners}";
        settings["Sandbox:RollAfter"] = "00:00:00";
        var campus = new Grounds(
            workspace,
            folder,
            ports,
            secrets,
            azurite,
            Child.OfProgram("sandbox", folder, workspace.Program("src", "IntegrationHub.Sandbox"), settings, workspace.Root));
        try
        {
            await Readiness.Wait(new(ports.SandboxAddress + "/campus"), Patience, cancellation);
            return campus;
        }
        catch
        {
            await campus.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a hub; the caller ends it.</summary>
    /// <param name="atVendorsPace">With the institution's own rates instead of very high ones.</param>
    /// <param name="more">Settings on top.</param>
    public Child LaunchHub(bool atVendorsPace, params (string Name, string Value)[] more)
    {
        var settings = ChildSettings.Hub(ports, secrets, Storage, workspace);
        settings["Catalogue:LastGood"] = Path.Combine(folder, "last-good");
        settings["Catalogue:Folder"] = Institutions(folder, atVendorsPace);
        settings[OpenSource.Setting.Name] = OpenSource.Setting.Value;
        foreach (var (name, value) in more)
            settings[name] = value;
        return Child.OfProgram("hub", folder, workspace.Program("src", "IntegrationHub.Functions"), settings, workspace.Root);
    }

    /// <summary>Starts a hub and waits until it answers.</summary>
    public async Task<Child> StartHub(bool atVendorsPace, CancellationToken cancellation, params (string Name, string Value)[] more)
    {
        var hub = LaunchHub(atVendorsPace, more);
        try
        {
            var ready = Readiness.Wait(new(ports.HubAddress + "/health/ready"), Patience, cancellation);
            if (await Task.WhenAny(ready, hub.Exited) != ready)
                throw hub.Obituary();
            await ready;
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    public QueueClient Queue(string name) => new(Storage, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });

    private static string Institutions(string folder, bool atVendorsPace) =>
        Path.Combine(folder, atVendorsPace ? "institutions" : "institutions-fast");

    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await azurite.DisposeAsync();
        Sandbox.Dispose();
    }
}
