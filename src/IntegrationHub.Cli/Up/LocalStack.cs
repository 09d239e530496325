using System.Diagnostics;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Up;

/// <summary>Azurite, the sandbox and the hub, started together and stopped together.</summary>
internal sealed class LocalStack(Workspace workspace, Ports ports) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly List<Child> children = [];
    private AzuriteProcess? azurite;

    public async Task StartAzurite(Action<string> progress, CancellationToken cancellation) =>
        azurite = await AzuriteProcess.StartAsync(
            workspace.Root, new(ports.Blob.Number, ports.Queue.Number, ports.Table.Number), workspace.AzuriteData,
            _ => progress(Texts.Get("azurite.installing")), cancellation);

    /// <summary>Returns once both answer; throws with the tail of its log when one ends instead.</summary>
    /// <param name="secrets">The secrets of this clone.</param>
    /// <param name="onHost">What runs the hub’s package instead of the hub’s own host, or null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task StartPrograms(LocalSecrets secrets, ProcessStartInfo? onHost, CancellationToken cancellation)
    {
        var settings = ChildSettings.Hub(ports, secrets, azurite!.ConnectionString, workspace);
        Start("sandbox", Own("IntegrationHub.Sandbox"), ChildSettings.Sandbox(ports, secrets));
        Start("hub", onHost ?? Own("IntegrationHub.Functions"), settings);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ready = Task.WhenAll(
            Readiness.Wait(new(ports.SandboxAddress + "/campus"), Patience, either.Token),
            Readiness.Wait(new(ports.HubAddress + "/health/ready"), Patience, either.Token));
        if (await Task.WhenAny(ready, Ended()) != ready)
        {
            await either.CancelAsync();
            await ready.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ThrowForTheDead(cancellation);
        }
        await ready;
    }

    /// <summary>Runs something that needs all three; stops waiting for it when one of them ends.</summary>
    public async Task While(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var task = work(either.Token);
        if (await Task.WhenAny(task, Ended()) == task)
        {
            await task;
            return;
        }
        await either.CancelAsync();
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation); // Ctrl-C reaches the children too, and sometimes first.
        ThrowForTheDead(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in Enumerable.Reverse(children))
            await child.DisposeAsync();
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    private ProcessStartInfo Own(string project) =>
        new("dotnet", [workspace.Program("src", project)]) { WorkingDirectory = workspace.Root };

    private void Start(string name, ProcessStartInfo program, Dictionary<string, string> settings) =>
        children.Add(Child.OfProgram(name, workspace.Logs, program, settings));

    private Task<Task> Ended() => Task.WhenAny(children.Select(child => child.Exited).Append(azurite!.Ended));

    private void ThrowForTheDead(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        throw children.FirstOrDefault(child => child.Exited.IsCompleted)?.Obituary() ?? new CliException(Texts.Get("azurite.died"));
    }
}
