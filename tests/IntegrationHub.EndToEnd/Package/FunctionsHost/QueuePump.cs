using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using IntegrationHub.EndToEnd.Package.FunctionsHost.Protocol;

namespace IntegrationHub.EndToEnd.Package.FunctionsHost;

/// <summary>
/// Takes what is on the queues of the worker’s functions to them, as it stands there (<c>messageEncoding</c> of host.json); what
/// fails is seen again, without end.
/// </summary>
internal sealed class QueuePump(string storage, SmallHost host) : IAsyncDisposable
{
    private const int Batch = 16;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public void Start(IEnumerable<RpcFunctionMetadata> functions)
    {
        var queues = functions
            .Select(function => (function.Name, Trigger: JsonNode.Parse(function.RawBindings[0])!))
            .Where(function => (string?)function.Trigger["type"] == "queueTrigger")
            .Select(function => Run(function.Name, new(storage, (string)function.Trigger["queueName"]!)));
        _running = Task.WhenAll(queues);
    }

    /// <summary>Fetches nothing more, and waits until what runs has ended.</summary>
    public async Task Drain()
    {
        await _stop.CancelAsync();
        await _running;
    }

    public async ValueTask DisposeAsync()
    {
        await Drain();
        _stop.Dispose();
    }

    private async Task Run(string function, QueueClient queue)
    {
        await queue.CreateIfNotExistsAsync();
        while (!_stop.IsCancellationRequested)
        {
            foreach (var message in (await queue.ReceiveMessagesAsync(Batch, Lease)).Value)
            {
                var result = await host.Queue(function, message.MessageText);
                if (result.Status == StatusResult.Types.Status.Success)
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }

            await Task.Delay(Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
