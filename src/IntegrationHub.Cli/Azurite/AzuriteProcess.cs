using System.Diagnostics;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Azurite;

/// <summary>A running Azurite; ends with its disposal.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    // Published with every storage emulator since 2011; it opens nothing but an emulator.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private AzuriteProcess(Process process, AzuritePorts ports)
    {
        (_process, Ports) = (process, ports);
        Ended = process.WaitForExitAsync();
        _errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>Where it listens.</summary>
    public AzuritePorts Ports { get; }

    /// <summary>Ends when Azurite does, whatever the cause.</summary>
    public Task Ended { get; }

    /// <summary>For every storage client.</summary>
    public string ConnectionString => ConnectionTo(Ports);

    private IEnumerable<(string Name, string Address)> Endpoints => EndpointsOf(Ports);

    /// <summary>The connection string of an Azurite that listens there.</summary>
    public static string ConnectionTo(AzuritePorts ports) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + string.Concat(EndpointsOf(ports).Select(endpoint => $"{endpoint.Name}Endpoint={endpoint.Address};"));

    private static IEnumerable<(string Name, string Address)> EndpointsOf(AzuritePorts ports) =>
        ports.All.Select(service =>
            ($"{char.ToUpperInvariant(service.Service[0])}{service.Service[1..]}", $"http://127.0.0.1:{service.Port}/{Account}"));


    /// <summary>Installs Azurite when it is missing, starts it and waits until it answers.</summary>
    /// <param name="repository">The folder that holds <c>IntegrationHub.sln</c>.</param>
    /// <param name="ports">Where to listen.</param>
    /// <param name="data">The folder for its data; null keeps them in memory.</param>
    /// <param name="progress">Told when something takes time.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="AzuriteException">Node.js is missing, a port is busy, or Azurite ends at once.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        string repository,
        AzuritePorts ports,
        string? data = null,
        Action<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var script = await AzuriteInstallation.EnsureAsync(repository, progress, cancellationToken);
        ports.ThrowIfBusy();
        if (data is not null)
            Directory.CreateDirectory(data);
        var azurite = new AzuriteProcess(NodeTools.Start("node", AzuriteArguments.For(script, ports, data), repository), ports);
        try
        {
            await azurite.AnswersAsync(cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets Azurite write its data and end; kills it when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var timeout = new CancellationTokenSource(StopTimeout);
            await _process.WaitForExitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task AnswersAsync(CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(StartTimeout);
        using var http = new HttpClient();
        foreach (var (name, address) in Endpoints)
        {
            while (!await AnswersAsync(http, address, timeout.Token))
            {
                if (_process.HasExited)
                    throw new AzuriteException(Texts.Get("azurite.ended", "azurite", _process.ExitCode, (await _errors).Trim()));
                if (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                    throw new AzuriteException(Texts.Get("azurite.slow", name, StartTimeout.TotalSeconds));
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Delay(50, timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(address, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
