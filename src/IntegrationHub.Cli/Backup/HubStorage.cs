using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Storage;

namespace IntegrationHub.Cli.Backup;

/// <summary>
/// The storage of the hub: the account that its settings name in the environment, or else that of <c>hub up</c> in this clone,
/// whose Azurite is started where nothing runs.
/// </summary>
internal sealed class HubStorage(StorageClients clients, bool isLocal, AzuriteProcess? azurite) : IAsyncDisposable
{
    public StorageClients Clients => clients;

    /// <summary>Whether it is that of <c>hub up</c>, where the institutions' files are in a folder.</summary>
    public bool IsLocal => isLocal;

    /// <param name="workspace">The clone.</param>
    /// <param name="mayRun">Whether <c>hub up</c> may be running.</param>
    /// <param name="screen">Is told when something takes time.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<HubStorage> Open(Workspace workspace, bool mayRun, Screen screen, CancellationToken cancellation)
    {
        if (StorageClients.Named(setting => workspace.Environment(setting.Replace(":", "__", StringComparison.Ordinal))) is { } named)
            return new(named, false, null);
        var ports = Ports.Of(workspace).Storage;
        if (RunningState.Read(workspace.RunningFile) is not null)
            return mayRun
                ? new(StorageClients.Of(AzuriteProcess.ConnectionTo(ports)), true, null)
                : throw new CliException(Texts.Get("restore.running"));
        if (mayRun && !Directory.Exists(workspace.AzuriteData))
            throw new CliException(Texts.Get("backup.noStorage"));
        AzuriteProcess? azurite = null;
        await screen.Work(Texts.Get("up.azurite"), async say => azurite = await AzuriteProcess.StartAsync(
            workspace.Root, ports, workspace.AzuriteData, _ => say(Texts.Get("azurite.installing")), cancellation));
        return new(StorageClients.Of(azurite!.ConnectionString), true, azurite);
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }
}
