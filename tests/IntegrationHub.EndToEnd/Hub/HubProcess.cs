using System.Collections.Concurrent;
using System.Diagnostics;
using IntegrationHub.Cli.Up;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>The hub as a process of its own, with every setting by environment, as people start it.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private static readonly ConcurrentQueue<string> Everything = new();

    private readonly Process _process = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HubProcess(ProcessStartInfo program, IReadOnlyDictionary<string, string> settings)
    {
        _process.StartInfo = program;
        program.RedirectStandardOutput = program.RedirectStandardError = true;
        var environment = _process.StartInfo.Environment;
        environment["DOTNET_ENVIRONMENT"] = environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (setting, value) in settings)
            environment[setting == "urls" ? "ASPNETCORE_URLS" : setting.Replace(":", "__", StringComparison.Ordinal)] = value;
        _process.OutputDataReceived += (_, line) => Keep(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => Keep(line.Data ?? "");
    }

    /// <summary>The lines of all hubs that these tests have started so far.</summary>
    public static IReadOnlyCollection<string> AllLines => Everything;

    public int Id => _process.Id;

    public string Log => string.Join(Environment.NewLine, _lines);

    /// <summary>Starts it and waits until an address of it answers with a success.</summary>
    public static async Task<HubProcess> Start(
        IReadOnlyDictionary<string, string> settings,
        string readyAt = "/health/ready",
        ProcessStartInfo? program = null)
    {
        var hub = new HubProcess(program ?? Own(), settings);
        using var ended = new CancellationTokenSource();
        hub._process.EnableRaisingEvents = true;
        hub._process.Exited += (_, _) => hub._ended.TrySetResult();
        hub._process.Start();
        hub._process.BeginOutputReadLine();
        hub._process.BeginErrorReadLine();
        try
        {
            var ready = Readiness.Wait(new(settings["urls"] + readyAt), RunningHub.Patience, ended.Token);
            if (await Task.WhenAny(ready, hub._ended.Task) == ready)
                await ready;
            else
                throw new InvalidOperationException("It ended by itself.");
            return hub;
        }
        catch (Exception failure)
        {
            await ended.CancelAsync();
            await hub.DisposeAsync();
            throw new InvalidOperationException($"The hub did not start:{Environment.NewLine}{hub.Log}", failure);
        }
    }

    /// <summary>Ends it, and what it started, in the middle of whatever they do (SIGKILL).</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end (SIGTERM), as Azure does before it moves or replaces an instance.</summary>
    public void Terminate() => Signals.Terminate(_process);

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Ended()
    {
        await _ended.Task.WaitAsync(RunningHub.Patience);
        return _process.ExitCode;
    }

    private static ProcessStartInfo Own() => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "IntegrationHub.Functions.dll")]);

    private void Keep(string line)
    {
        _lines.Enqueue(line);
        Everything.Enqueue(line);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
