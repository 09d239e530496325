using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Testing.Storage;

/// <summary>The kept deliveries of <see cref="InMemoryStorage"/>.</summary>
internal sealed partial class InMemoryStorage : IPayloads
{
    private const string DayFormat = "yyyyMMdd";

    private readonly ConcurrentDictionary<string, StoredDelivery> _payloads = new();

    /// <summary>Addresses of what is held.</summary>
    public IEnumerable<string> Held => _payloads.Keys.Where(address => address.StartsWith("held/", StringComparison.Ordinal));

    public Task<string> Keep(string institution, string trackingId, StoredDelivery delivery, CancellationToken cancellation)
    {
        var day = delivery.Received.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture);
        var address = $"{day}/{institution}/{trackingId}.json";
        _payloads[address] = delivery;
        return Task.FromResult(address);
    }

    /// <summary>Puts another delivery where one is kept.</summary>
    public void Replace(string address, StoredDelivery delivery) =>
        _payloads[_payloads.ContainsKey(address) ? address : throw new KeyNotFoundException(address)] = delivery;

    public Task<StoredDelivery?> Read(string address, CancellationToken cancellation) =>
        Task.FromResult(_payloads.GetValueOrDefault(address));

    public Task<string> Hold(string address, string name, CancellationToken cancellation)
    {
        var held = $"held/{Hashed(name)}/{address}";
        if (!address.StartsWith("held/", StringComparison.Ordinal) && _payloads.TryGetValue(address, out var delivery))
            _payloads[held] = delivery with { };
        return Task.FromResult(held);
    }

    public async Task<FreedDelivery?> Free(string heldAddress, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!_payloads.TryGetValue(heldAddress, out var delivery))
            return null;
        var parts = heldAddress.Split('/');
        var address = await Keep(parts[^2], Path.GetFileNameWithoutExtension(parts[^1]), delivery.KeptAnew(now), cancellation);
        return new(address, HoldOf(delivery));
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
        {
            var owner = address.Split('/')[^2];
            if ((owner == institution || owner == AttentionItem.OfTheHub) && await isToGo(delivery) && _payloads.TryRemove(address, out _))
                erased++;
        }

        return erased;
    }

    public Task<int> Purge(DateTimeOffset before, CancellationToken cancellation)
    {
        var day = before.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture);
        var old = _payloads.Keys.Where(address => string.CompareOrdinal(address, day) < 0).ToList();
        return Task.FromResult(old.Count(address => _payloads.TryRemove(address, out _)));
    }

    /// <summary>Each hold is a copy of its own.</summary>
    private static string HoldOf(StoredDelivery delivery) => RuntimeHelpers.GetHashCode(delivery).ToString(CultureInfo.InvariantCulture);
}
