using System.Collections.Concurrent;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Testing.Connectors;

/// <summary>Tokens in memory, one at a time, as the real store gives them.</summary>
internal sealed class FakeTokens(TimeProvider time) : ITokens, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string, string), Token> _tokens = new();
    private readonly SemaphoreSlim _one = new(1, 1);

    public int Renewals { get; private set; }

    public IEnumerable<Token> All => _tokens.Values;

    public async Task<Token> Get(
        Institution institution,
        Connection connection,
        Func<Token?, CancellationToken, Task<Token>> renew,
        CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var key = (institution.Id, connection.Name);
            var last = _tokens.GetValueOrDefault(key);
            if (last is not null && last.Expires > time.GetUtcNow() + Margin)
                return last;
            Renewals++;
            return _tokens[key] = await renew(last, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public Task Forget(Institution institution, Connection connection, Token refused, CancellationToken cancellation)
    {
        var key = (institution.Id, connection.Name);
        _tokens.TryUpdate(key, refused with { Expires = DateTimeOffset.MinValue }, refused);
        return Task.CompletedTask;
    }

    /// <summary>Replaces every token by one that the other side never gave, refresh token included.</summary>
    public void Spoil(string? refresh = "spent")
    {
        foreach (var key in _tokens.Keys)
            _tokens[key] = _tokens[key] with { Value = "aaaa.bbbb.cccc", Refresh = refresh };
    }

    public void Dispose() => _one.Dispose();
}
