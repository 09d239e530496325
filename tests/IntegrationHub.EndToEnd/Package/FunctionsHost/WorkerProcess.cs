using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace IntegrationHub.EndToEnd.Package.FunctionsHost;

/// <summary>The published program, started as an Azure Functions host starts its worker.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly string[] Kept = ["PATH", "DOTNET_ROOT", "HOME"];

    private readonly Process _process = new();
    private readonly ConcurrentQueue<string> _lines = new();

    public WorkerProcess(string folder, Uri host, IReadOnlyDictionary<string, string> settings)
    {
        var (worker, request, length) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), $"{int.MaxValue}");
        _process.StartInfo = new(
            "dotnet",
            [
                "IntegrationHub.Functions.dll",
                "--host", host.Host, "--port", host.Port.ToString(CultureInfo.InvariantCulture),
                "--workerId", worker, "--requestId", request, "--grpcMaxMessageLength", length,
                "--functions-uri", host.AbsoluteUri, "--functions-worker-id", worker,
                "--functions-request-id", request, "--functions-grpc-max-message-length", length,
            ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var environment = _process.StartInfo.Environment;
        foreach (var name in environment.Keys.Except(Kept).ToList())
            environment.Remove(name);
        foreach (var (name, value) in settings)
            environment[name] = value;
        environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        environment["FUNCTIONS_APPLICATION_DIRECTORY"] = folder;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join(Environment.NewLine, _lines);

    /// <returns>The exit code, once the program has ended by itself.</returns>
    public async Task<int> Ended(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
