using System.Diagnostics;

namespace IntegrationHub.Benchmarks.Webhooks;

/// <summary>Several connections that send as fast as they are answered.</summary>
internal static class Load
{
    public const int Connections = 16;

    /// <summary>Sends again and again until the time is over.</summary>
    /// <returns>Accepted per second.</returns>
    public static async Task<double> For(TimeSpan time, int port, byte[][] requests, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var sent = await Send(port, next => watch.Elapsed < time ? requests[next % requests.Length] : null, cancellation);
        return sent / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Sends each once.</summary>
    public static Task Once(int port, byte[][] requests, CancellationToken cancellation) =>
        Send(port, next => next < requests.Length ? requests[next] : null, cancellation);

    private static async Task<int> Send(int port, Func<int, byte[]?> requests, CancellationToken cancellation)
    {
        var (next, sent) = (-1, 0);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            using var connection = await KeepAlive.Connect(port, cancellation);
            while (requests(Interlocked.Increment(ref next)) is { } request)
            {
                var status = await connection.Send(request, cancellation);
                if (status != 200)
                    throw new InvalidOperationException($"The hub answered {status} to a delivery.");
                Interlocked.Increment(ref sent);
            }
        }));
        return sent;
    }
}
