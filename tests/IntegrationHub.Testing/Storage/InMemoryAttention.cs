using System.Runtime.CompilerServices;
using IntegrationHub.Core.Attention;

namespace IntegrationHub.Testing.Storage;

/// <summary>Items for people, and what waits for them.</summary>
internal sealed partial class InMemoryStorage : IAttention
{
    private readonly Dictionary<(string, string), AttentionItem> _items = [];
    private readonly Dictionary<(string, string), List<WaitingCompletion>> _waiting = [];

    public Task<bool> Raise(AttentionItem item, CancellationToken cancellation)
    {
        TableLimits.Check(new RowWrite(item.Institution, item.Id, item));
        lock (_gate)
        {
            var known = Opened(item.Institution, item.Id);
            _items[(item.Institution, item.Id)] = known is null
                ? item
                : item with { Count = known.Count + 1, First = known.First, Told = known.Told, AsideUntil = known.AsideUntil };
            return Task.FromResult(known is null);
        }
    }

    public Task Note(AttentionItem told, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_items.GetValueOrDefault((told.Institution, told.Id)) is { } known && known.First == told.First)
                _items[(told.Institution, told.Id)] = known with { Told = told.Told };
        }

        return Task.CompletedTask;
    }

    Task<AttentionItem?> IAttention.Find(string institution, string id, CancellationToken cancellation) =>
        Task.FromResult(Opened(institution, id));

    public async Task<IReadOnlyList<AttentionItem>> Open(string institution, CancellationToken cancellation) =>
        [.. (await ((IAttention)this).All(institution, cancellation)).Where(item => item.Dismissal is null)];

    Task<IReadOnlyList<AttentionItem>> IAttention.All(string institution, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<AttentionItem>>(
            [.. _items.Values.Where(item => item.Institution == institution).OrderByDescending(item => item.Last)]);

    public Task<bool> PutAside(string institution, string id, DateTimeOffset until, CancellationToken cancellation) =>
        Change(institution, id, item => item.Dismissal is null ? item with { AsideUntil = until } : null);

    public Task<bool> Dismiss(string institution, string id, Dismissal? dismissal, CancellationToken cancellation) =>
        Change(institution, id, item => item.Dismissal is null == dismissal is null ? null : item with { Dismissal = dismissal });

    public Task Settle(string institution, string id, CancellationToken cancellation)
    {
        lock (_gate)
            _items.Remove((institution, id));
        return Task.CompletedTask;
    }

    public Task<WaitingCompletion?> Wait(string institution, string id, WaitingCompletion completion, CancellationToken cancellation)
    {
        TableLimits.Check(new RowWrite($"{institution}~{id}", Hashed(Name(completion)), completion));
        lock (_gate)
        {
            if (!_waiting.TryGetValue((institution, id), out var waiting))
                _waiting[(institution, id)] = waiting = [];
            var earlier = waiting.Find(other => Name(other) == Name(completion));
            if (earlier is not null)
                waiting.Remove(earlier);
            waiting.Add(completion with { Version = NewVersion() });
            return Task.FromResult(earlier is null ? null : earlier with { Version = null });
        }
    }

    public async IAsyncEnumerable<WaitingCompletion> Waiting(
        string institution, string id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var completion in _waiting.GetValueOrDefault((institution, id))?.ToList() ?? [])
            yield return completion;
    }

    public Task Done(string institution, string id, WaitingCompletion completion, CancellationToken cancellation)
    {
        lock (_gate)
            _waiting.GetValueOrDefault((institution, id))?.RemoveAll(
                other => Name(other) == Name(completion) && (completion.Version is null || completion.Version == other.Version));
        return Task.CompletedTask;
    }

    private AttentionItem? Opened(string institution, string id) =>
        _items.GetValueOrDefault((institution, id)) is { Dismissal: null } item ? item : null;

    private Task<bool> Change(string institution, string id, Func<AttentionItem, AttentionItem?> change)
    {
        lock (_gate)
        {
            if (_items.GetValueOrDefault((institution, id)) is not { } item || change(item) is not { } changed)
                return Task.FromResult(false);
            _items[(institution, id)] = changed;
            return Task.FromResult(true);
        }
    }

    private static string Name(WaitingCompletion completion) => completion.EventId ?? completion.TrackingId;
}
