using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Queues;
using IntegrationHub.Benchmarks.Stand;
using IntegrationHub.Storage;

namespace IntegrationHub.Benchmarks.Webhooks;

/// <summary>
/// Nothing but a <see cref="QueueClient"/>: sends the bytes that the hub sent, with the hub's concurrency and client settings.
/// </summary>
internal static class BareQueue
{
    public const string Role = "bare-queue";
    public const string Queue = "bare";

    public static async Task Run(string file)
    {
        var messages = Array.ConvertAll(await File.ReadAllLinesAsync(file), line => BinaryData.FromBytes(Convert.FromBase64String(line)));
        var queue = StorageClients.Of(Environment.GetEnvironmentVariable("AzureWebJobsStorage")!).Queues.GetQueueClient(Queue);
        await queue.CreateIfNotExistsAsync();
        await Worker.Serve(line => For(TimeSpan.FromSeconds(double.Parse(line, CultureInfo.InvariantCulture)), queue, messages));
    }

    private static async Task<double> For(TimeSpan time, QueueClient queue, BinaryData[] messages)
    {
        var (next, sent) = (-1, 0);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, Load.Connections)
                .Select(async _ =>
                {
                    while (watch.Elapsed < time)
                    {
                        await queue.SendMessageAsync(
                            messages[Interlocked.Increment(ref next) % messages.Length],
                            timeToLive: TimeSpan.FromSeconds(-1));
                        Interlocked.Increment(ref sent);
                    }
                }));
        return sent / watch.Elapsed.TotalSeconds;
    }
}
