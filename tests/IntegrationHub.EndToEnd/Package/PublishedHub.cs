using System.Collections.Concurrent;
using System.Diagnostics;
using IntegrationHub.Cli.Up;
using IntegrationHub.EndToEnd.Hub;

namespace IntegrationHub.EndToEnd.Package;

/// <summary>The published program, started in its folder with an environment that knows nothing but where .NET is.</summary>
internal sealed class PublishedHub : IAsyncDisposable
{
    private static readonly string[] Kept = ["PATH", "DOTNET_ROOT"];

    private readonly Process _process = new();
    private readonly ConcurrentQueue<string> _lines = new();

    private PublishedHub(string folder)
    {
        _process.StartInfo = new("dotnet", ["IntegrationHub.Functions.dll"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in _process.StartInfo.Environment.Keys.Except(Kept).ToList())
            _process.StartInfo.Environment.Remove(name);
        _process.StartInfo.Environment["HOME"] = folder;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
    }

    public string Log => string.Join(Environment.NewLine, _lines);

    public static async Task<PublishedHub> Start(string folder, Uri address)
    {
        var hub = new PublishedHub(folder);
        hub._process.Start();
        hub._process.BeginOutputReadLine();
        hub._process.BeginErrorReadLine();
        await hub.Told(() => Readiness.Wait(new(address, "health/ready"), RunningHub.Patience, CancellationToken.None));
        return hub;
    }

    /// <summary>What the program said is the first thing to look at when it does not do what it should.</summary>
    public async Task Told(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{failure.Message}{Environment.NewLine}{Log}", failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
