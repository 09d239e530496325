using System.Diagnostics;
using System.Net.Sockets;
using IntegrationHub.Benchmarks.Stand;
using IntegrationHub.Benchmarks.Webhooks;
using IntegrationHub.Cli.Up;

namespace IntegrationHub.Benchmarks.ColdStart;

/// <summary>From the start of the process to its first 200, hub and empty app in turn; in milliseconds.</summary>
internal static class ColdStartBench
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<Duel> Run(Grounds campus, byte[][] requests, CancellationToken cancellation)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        foreach (var request in requests)
        {
            ours.Add(await FirstAnswer(() => campus.LaunchHub(atVendorsPace: false), campus.HubPort, request, cancellation));
            theirs.Add(await FirstAnswer(() => Empty(campus), campus.HubPort, request, cancellation));
        }

        return new(ours, theirs);
    }

    private static Child Empty(Grounds campus)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(EmptyApp).Assembly.Location, EmptyApp.Role]);
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{campus.HubPort}";
        return Child.Start("empty-app", Path.Combine(campus.Folder, "empty-app.log"), start);
    }

    private static async Task<double> FirstAnswer(Func<Child> launch, int port, byte[] request, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await using var child = launch();
        while (true)
        {
            try
            {
                using var connection = await KeepAlive.Connect(port, cancellation);
                if (await connection.Send(request, cancellation) == 200)
                    return watch.Elapsed.TotalMilliseconds;
            }
            catch (Exception early) when (early is SocketException or IOException && watch.Elapsed < Patience && !child.Exited.IsCompleted)
            {
            }

            if (watch.Elapsed > Patience)
                throw new InvalidOperationException($"No 200 within {Patience.TotalSeconds} s; see .hub/bench/{child.Name}.log.");
            await Task.Delay(5, cancellation);
        }
    }
}
