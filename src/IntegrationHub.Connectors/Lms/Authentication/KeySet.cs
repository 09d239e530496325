using IntegrationHub.Core.Failures;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>One key set, as last fetched.</summary>
internal sealed class KeySet(
    Func<Uri, CancellationToken, Task<IReadOnlyDictionary<string, SecurityKey>>> fetch,
    Uri address,
    TimeProvider time)
{
    private static readonly TimeSpan BetweenRefreshes = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenFirstTries = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private volatile State _state = new(null, DateTimeOffset.MinValue, null);
    private DateTimeOffset _tried = DateTimeOffset.MinValue;
    private Task _refresh = Task.CompletedTask;

    private sealed record State(IReadOnlyDictionary<string, SecurityKey>? Keys, DateTimeOffset Fetched, OutsideException? Failure);

    /// <summary>The key with an id, or null where the sender has none of that id.</summary>
    public async Task<SecurityKey?> Find(string keyId, CancellationToken cancellation)
    {
        if (_state.Keys?.GetValueOrDefault(keyId) is { } known && time.GetUtcNow() - _state.Fetched < MaxAge)
            return known;

        await Refresh().WaitAsync(cancellation);
        var state = _state;
        if (state.Keys?.GetValueOrDefault(keyId) is { } found)
            return found;
        // With the last fetch failed an unknown id may be a new key: say "not now" rather than "never".
        return state.Failure is null ? null : throw state.Failure;
    }

    // Callers that come meanwhile wait for the same fetch; it is nobody's to cancel.
    private Task Refresh()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!_refresh.IsCompleted || now - _tried < (_state.Keys is null ? BetweenFirstTries : BetweenRefreshes))
                return _refresh;
            _tried = now;
            return _refresh = Fetch(now);
        }
    }

    private async Task Fetch(DateTimeOffset now)
    {
        try
        {
            _state = new(await fetch(address, CancellationToken.None), now, null);
        }
        catch (OutsideException e)
        {
            _state = _state with
            {
                Failure = new(OutsideFault.Unavailable, $"The sender's keys cannot be fetched: {e.Message}", BetweenRefreshes, e),
            };
        }
    }
}
