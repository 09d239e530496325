using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Tests.Pipeline;

/// <summary>The kept deliveries of <see cref="InMemoryStorage"/>.</summary>
internal sealed partial class InMemoryStorage : IPayloads
{
    private readonly ConcurrentDictionary<string, StoredDelivery> _payloads = new();

    /// <summary>Addresses of what is held.</summary>
    public IEnumerable<string> Held => _payloads.Keys.Where(address => address.StartsWith("held/", StringComparison.Ordinal));

    public Task<string> Keep(string institution, string trackingId, StoredDelivery delivery, CancellationToken cancellation)
    {
        var address = $"{institution}/{trackingId}.json";
        _payloads[address] = delivery;
        return Task.FromResult(address);
    }

    public Task<StoredDelivery?> Read(string address, CancellationToken cancellation) => Task.FromResult(_payloads.GetValueOrDefault(address));

    public Task<string> Hold(string address, string name, CancellationToken cancellation)
    {
        _payloads[$"held/{name}/{address}"] = _payloads[address] with { };
        return Task.FromResult($"held/{name}/{address}");
    }

    public Task<FreedDelivery?> Free(string heldAddress, DateTimeOffset now, CancellationToken cancellation)
    {
        var address = heldAddress[(heldAddress.IndexOf('/', 5) + 1)..];
        return Task.FromResult(_payloads.TryGetValue(heldAddress, out var delivery) && (_payloads[address] = delivery) is not null ? new FreedDelivery(address, HoldOf(delivery)) : null);
    }

    public Task Drop(string heldAddress, string? hold, CancellationToken cancellation)
    {
        if (_payloads.TryGetValue(heldAddress, out var delivery) && (hold is null || hold == HoldOf(delivery)))
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

    /// <summary>Each hold is a copy of its own.</summary>
    private static string HoldOf(StoredDelivery delivery) => RuntimeHelpers.GetHashCode(delivery).ToString(CultureInfo.InvariantCulture);
}
