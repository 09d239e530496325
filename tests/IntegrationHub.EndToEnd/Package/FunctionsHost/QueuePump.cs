using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
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
    private readonly ConcurrentQueue<StatusResult> _ended = new();
    private Task _queues = Task.CompletedTask;
    private int _running;

    /// <summary>How many messages are with the worker.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>What the worker answered for those that it had.</summary>
    public IReadOnlyCollection<StatusResult> Ended => _ended;

    public void Start(IEnumerable<RpcFunctionMetadata> functions)
    {
        var queues = functions
            .Select(function => (function.Name, Trigger: JsonNode.Parse(function.RawBindings[0])!))
            .Where(function => (string?)function.Trigger["type"] == "queueTrigger")
            .Select(function => Run(function.Name, new(storage, (string)function.Trigger["queueName"]!)));
        _queues = Task.WhenAll(queues);
    }

    /// <summary>Fetches nothing more, and waits until what runs has ended.</summary>
    public async Task Drain()
    {
        await _stop.CancelAsync();
        await _queues;
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
            QueueMessage[] batch = await queue.ReceiveMessagesAsync(Batch, Lease);
            await Task.WhenAll(batch.Select(message => Run(function, queue, message)));
            await Task.Delay(Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Run(string function, QueueClient queue, QueueMessage message)
    {
        Interlocked.Increment(ref _running);
        var result = await host.Queue(function, message.MessageText);
        Interlocked.Decrement(ref _running);
        _ended.Enqueue(result);
        if (result.Status == StatusResult.Types.Status.Success)
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
    }
}
