using System.Globalization;
using IntegrationHub.Core.Notices;

namespace IntegrationHub.Testing.Storage;

/// <summary>Claims in memory, as strict as a table: what the contract says holds for both.</summary>
internal sealed class InMemoryClaims : INoticeClaims
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string, string), NoticeClaim> _claims = [];
    private int _version;

    /// <summary>Called before each write, so that another worker can be quicker, or this one die.</summary>
    public Action? BeforeWrite { get; set; }

    public int Count => _claims.Count;

    public Task<NoticeClaim?> Find(string institution, string notice, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult(_claims.GetValueOrDefault((institution, notice)));
    }

    public Task<NoticeClaim?> Save(string institution, string notice, NoticeClaim claim, CancellationToken cancellation)
    {
        BeforeWrite?.Invoke();
        lock (_gate)
        {
            if (_claims.GetValueOrDefault((institution, notice))?.Version != claim.Version)
                return Task.FromResult<NoticeClaim?>(null);
            return Task.FromResult<NoticeClaim?>(
                _claims[(institution, notice)] = claim with { Version = (++_version).ToString(CultureInfo.InvariantCulture) });
        }
    }

    public Task Drop(string institution, string notice, NoticeClaim claim, CancellationToken cancellation)
    {
        BeforeWrite?.Invoke();
        lock (_gate)
        {
            if (_claims.GetValueOrDefault((institution, notice))?.Version == claim.Version)
                _claims.Remove((institution, notice));
        }

        return Task.CompletedTask;
    }
}
