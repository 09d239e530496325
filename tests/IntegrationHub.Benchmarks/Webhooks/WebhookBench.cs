using System.Globalization;
using IntegrationHub.Benchmarks.Stand;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Benchmarks.Webhooks;

/// <summary>Accepted webhooks per second against a bare queue client, in turn; the completions stage is switched off.</summary>
internal static class WebhookBench
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task<Duel> Run(Grounds campus, BenchOptions options, byte[][] requests, CancellationToken cancellation)
    {
        await using var hub = await campus.StartHub(atVendorsPace: false, cancellation, ("AzureWebJobs.Completions.Disabled", "true"));
        var queue = campus.Queue(QueueNames.Completions);
        await Load.For(WarmUp, campus.HubPort, requests, cancellation);
        var file = Path.Combine(campus.Folder, "messages.txt");
        await File.WriteAllLinesAsync(
            file,
            (await queue.PeekMessagesAsync(32, cancellation)).Value.Select(message => message.MessageText),
            cancellation);
        await using var bare = Worker.Start(BareQueue.Role, file, campus.Storage);
        await bare.Ask(Seconds(WarmUp), cancellation);

        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < options.WebhookRounds; round++)
        {
            await queue.ClearMessagesAsync(cancellation);
            ours.Add(await Load.For(options.WebhookRound, campus.HubPort, requests, cancellation));
            await campus.Queue(BareQueue.Queue).ClearMessagesAsync(cancellation);
            theirs.Add(await bare.Ask(Seconds(options.WebhookRound), cancellation));
        }

        await queue.ClearMessagesAsync(cancellation);
        return new(ours, theirs);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
