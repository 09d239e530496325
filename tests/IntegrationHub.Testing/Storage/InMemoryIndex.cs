using System.Runtime.CompilerServices;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Testing.Storage;

/// <summary>Open and recent awards, and the days on which something is due.</summary>
internal sealed partial class InMemoryStorage : IAwardIndex, ICalendar
{
    private readonly Dictionary<AwardId, DateTimeOffset> _open = [];
    private readonly Dictionary<AwardId, DateTimeOffset> _recent = [];
    private readonly HashSet<Due> _due = [];

    /// <summary>Tells which days are recent; null where all are.</summary>
    public TimeProvider? Time { get; init; }

    public IReadOnlyCollection<AwardId> OpenAwards => _open.Keys;

    public Task Add(DateOnly day, AwardId award, int daysBefore, CancellationToken cancellation)
    {
        TableLimits.Check(new RowWrite($"{day:yyyyMMdd}", $"{award}~{daysBefore}"));
        lock (_gate)
            _due.Add(new(day, award, daysBefore));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<Due> Until(DateOnly day, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var due in _due.Where(due => due.Day <= day).ToList())
            yield return due;
    }

    public Task Done(Due due, CancellationToken cancellation)
    {
        lock (_gate)
            _due.Remove(due);
        return Task.CompletedTask;
    }

    public Task Open(AwardId award, DateTimeOffset opened, CancellationToken cancellation)
    {
        TableLimits.Check(new RowWrite("open", $"{award}", opened));
        lock (_gate)
            (_open[award], _recent[award]) = (opened, opened);
        return Task.CompletedTask;
    }

    public Task Close(AwardId award, DateTimeOffset opened, CancellationToken cancellation)
    {
        lock (_gate)
            _open.Remove(award);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<(AwardId Award, DateTimeOffset Opened)> OpenedBefore(
        DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var (award, opened) in _open.Where(open => open.Value < before).ToList())
            yield return (award, opened);
    }

    public Task<IReadOnlyList<AwardId>> Recent(string institution, int days, int most, CancellationToken cancellation)
    {
        var first = Time?.GetUtcNow().UtcDateTime.Date.AddDays(1 - days);
        return Task.FromResult<IReadOnlyList<AwardId>>(
        [
            .. _recent.Reverse().Where(recent => recent.Key.Institution == institution && !(recent.Value.UtcDateTime < first))
                .OrderByDescending(recent => recent.Value).Select(recent => recent.Key).Take(most),
        ]);
    }
}
