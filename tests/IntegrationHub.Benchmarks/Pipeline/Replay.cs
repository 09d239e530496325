using System.Diagnostics;
using System.Text.Json;
using IntegrationHub.Benchmarks.Stand;
using IntegrationHub.Benchmarks.Storage;
using IntegrationHub.Storage;

namespace IntegrationHub.Benchmarks.Pipeline;

/// <summary>The storage calls that a hub made for some completions, made again by the same clients with nothing between them.</summary>
internal static class Replay
{
    public const string Role = "replay";

    /// <summary>Webhooks and stages together: what the hub has under way at most times under load.</summary>
    private const int Concurrency = 32;

    public static async Task Run(string file)
    {
        var calls = JsonSerializer.Deserialize<StorageCall[]>(await File.ReadAllBytesAsync(file))!;
        var clients = StorageClients.Of(Environment.GetEnvironmentVariable("AzureWebJobsStorage")!);
        await Worker.Serve(async round =>
        {
            var copy = new RecordedStorage(clients, "r" + round);
            await copy.Prepare(calls);
            var works = Array.ConvertAll(calls, copy.Again);
            var next = -1;
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, Concurrency).Select(async _ =>
            {
                for (int at; (at = Interlocked.Increment(ref next)) < works.Length;)
                    await works[at]();
            }));
            return watch.Elapsed.TotalSeconds;
        });
    }
}
