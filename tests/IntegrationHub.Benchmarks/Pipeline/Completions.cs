using System.Diagnostics;
using Azure.Data.Tables;
using IntegrationHub.Benchmarks.Stand;
using IntegrationHub.Benchmarks.Webhooks;

namespace IntegrationHub.Benchmarks.Pipeline;

/// <summary>Sends completions and waits until all four steps of each are done.</summary>
internal sealed class Completions(Grounds campus)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TableClient open = new(campus.Storage, "open");

    /// <summary>Handled so far.</summary>
    public int Total { get; private set; }

    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> Handle(byte[][] requests, CancellationToken cancellation)
    {
        var before = await Mails(cancellation);
        var watch = Stopwatch.StartNew();
        await Load.Once(campus.HubPort, requests, cancellation);
        var (last, moved) = (-1L, watch.Elapsed);
        while (true)
        {
            var mails = await Mails(cancellation) - before;
            // The mail is not always the last step: an award leaves the open table with its last, whichever it is.
            if (mails >= requests.Length && !await IsAnyOpen(cancellation))
                break;
            if (mails != last)
                (last, moved) = (mails, watch.Elapsed);
            if (watch.Elapsed - moved > Patience)
                throw new InvalidOperationException(
                    $"The hub stands still: {mails} of {requests.Length} completions have reached their learner; see .hub/bench/hub.log.");
            await Task.Delay(Pause, cancellation);
        }

        Total += requests.Length;
        return watch.Elapsed;
    }

    private async Task<long> Mails(CancellationToken cancellation) =>
        (await campus.Sandbox.Get("state/requests", cancellation))?["graph"]?["writes"]?.GetValue<long>() ?? 0;

    private async Task<bool> IsAnyOpen(CancellationToken cancellation)
    {
        await foreach (var _ in open.QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellation))
            return true;
        return false;
    }
}
