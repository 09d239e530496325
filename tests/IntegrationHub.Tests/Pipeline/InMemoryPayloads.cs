using System.Collections.Concurrent;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Tests.Pipeline;

/// <summary>The kept deliveries of <see cref="InMemoryStorage"/>.</summary>
internal sealed partial class InMemoryStorage : IPayloads
{
    private readonly ConcurrentDictionary<string, StoredDelivery> _payloads = new();

    public Task<string> Keep(string institution, string trackingId, StoredDelivery delivery, CancellationToken cancellation)
    {
        var address = $"{institution}/{trackingId}.json";
        _payloads[address] = delivery;
        return Task.FromResult(address);
    }

    public Task<StoredDelivery?> Read(string address, CancellationToken cancellation) => Task.FromResult(_payloads.GetValueOrDefault(address));

    public Task<string> Hold(string address, string name, CancellationToken cancellation)
    {
        _payloads[$"held/{name}/{address}"] = _payloads[address];
        return Task.FromResult($"held/{name}/{address}");
    }

    public Task<string?> Free(string heldAddress, DateTimeOffset now, CancellationToken cancellation)
    {
        var address = heldAddress[(heldAddress.IndexOf('/', 5) + 1)..];
        return Task.FromResult(_payloads.TryGetValue(heldAddress, out var delivery) && (_payloads[address] = delivery) is not null ? address : null);
    }

    public Task Drop(string heldAddress, CancellationToken cancellation)
    {
        _payloads.TryRemove(heldAddress, out _);
        return Task.CompletedTask;
    }

    public async Task<int> Erase(string institution, Func<StoredDelivery, Task<bool>> isToGo, CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var (address, delivery) in _payloads.ToList())
            erased += await isToGo(delivery) && _payloads.TryRemove(address, out _) ? 1 : 0;
        return erased;
    }

    public Task<int> Purge(DateTimeOffset before, CancellationToken cancellation) => Task.FromResult(0);
}
