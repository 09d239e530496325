using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Tests.Pipeline;

/// <summary>Core's storage interfaces in memory, with the same conditional writes; the real ones run in the end-to-end tests.</summary>
internal sealed partial class InMemoryStorage : IDossiers, IAwardIndex, IAttention, IConnectionStates, ICalendar
{
    private readonly Lock _gate = new();
    private readonly Dictionary<DossierId, Dossier> _dossiers = [];
    private readonly Dictionary<AwardId, DateTimeOffset> _open = [];
    private readonly List<AwardId> _recent = [];
    private readonly HashSet<Due> _due = [];
    private readonly Dictionary<(string, string), AttentionItem> _items = [];
    private readonly Dictionary<(string, string), List<WaitingCompletion>> _waiting = [];
    private readonly ConcurrentDictionary<(string, string), ConnectionState> _states = new();
    private int _version;

    /// <summary>Called before each conditional write of a dossier, so that a test can be quicker.</summary>
    public Action? BeforeWrite { get; set; }

    /// <summary>Called before each reading of a dossier.</summary>
    public Action? BeforeRead { get; set; }

    /// <summary>A dossier that this release cannot read.</summary>
    public DossierId? Unreadable { get; set; }

    /// <summary>What it throws then.</summary>
    public Func<Exception> WhenUnreadable { get; set; } = () => new IOException("A newer release wrote it.");

    /// <summary>Called before each write of steps, so that another worker can be quicker.</summary>
    public Action? BeforeSave { get; set; }

    public IReadOnlyCollection<AwardId> OpenAwards => _open.Keys;

    public IReadOnlyCollection<Dossier> All => _dossiers.Values;

    public Task<Dossier> Read(DossierId id, CancellationToken cancellation)
    {
        BeforeRead?.Invoke();
        if (id == Unreadable)
            throw WhenUnreadable();
        lock (_gate)
            return Task.FromResult(_dossiers.GetValueOrDefault(id) ?? new Dossier { Id = id });
    }

    public Task<bool> Decide(Dossier read, DossierChange change, CancellationToken cancellation)
    {
        BeforeWrite?.Invoke();
        lock (_gate)
        {
            var now = _dossiers.GetValueOrDefault(read.Id) ?? new Dossier { Id = read.Id };
            if (now.Version != read.Version)
                return Task.FromResult(false);
            Award? Known(Award award) => now.Awards.FirstOrDefault(known => known.Id == award.Id);
            bool IsStale(Award award, Step step) => Known(award) is { } known && step != read.Award(award.Id.Cycle)![step.Name] && known[step.Name].Version != step.Version;
            if (change.Awards.Any(award => award.Steps.Any(step => IsStale(award, step))))
                return Task.FromResult(false);
            var awards = change.Awards.Select(award => award with
            {
                Steps = [.. award.Steps.Select(step => Known(award) is { } known && step == read.Award(award.Id.Cycle)![step.Name] ? known[step.Name] : Stamp(step))],
            }).ToList();
            _dossiers[read.Id] = now with
            {
                Evidence = [.. now.Evidence, .. change.News.Evidence],
                Acts = change.News.Act is { } act ? [.. now.Acts, act] : now.Acts,
                Parts = [.. now.Parts.Where(known => change.News.Parts.All(part => part.Award != known.Award)), .. change.News.Parts],
                Decision = change.Decision,
                Version = NewVersion(),
                Awards = [.. now.Awards.Where(known => awards.All(award => award.Id != known.Id)).Concat(awards).OrderBy(award => award.Id.Cycle)],
                Timeline = [.. now.Timeline, .. change.Entries],
            };
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<Step>?> Save(AwardId award, IReadOnlyList<Step> steps, IReadOnlyList<TimelineEntry> entries, CancellationToken cancellation)
    {
        BeforeSave?.Invoke();
        lock (_gate)
        {
            var dossier = _dossiers[award.Dossier];
            var now = dossier.Award(award.Cycle)!;
            if (steps.Any(step => now[step.Name].Version != step.Version))
                return Task.FromResult<IReadOnlyList<Step>?>(null);
            var saved = steps.Select(Stamp).ToList();
            var changed = now with { Steps = [.. now.Steps.Select(step => saved.Find(other => other.Name == step.Name) ?? step)] };
            _dossiers[award.Dossier] = dossier with
            {
                Awards = [.. dossier.Awards.Select(other => other.Id == award ? changed : other)],
                Timeline = [.. dossier.Timeline, .. entries],
            };
            return Task.FromResult<IReadOnlyList<Step>?>(saved);
        }
    }

    public Task Note(AwardId award, TimelineEntry entry, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var dossier = _dossiers[award.Dossier];
            _dossiers[award.Dossier] = dossier with { Timeline = [.. dossier.Timeline.Where(other => other != entry), entry] };
        }

        return Task.CompletedTask;
    }

    public Task Erase(DossierId id, DateTimeOffset now, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var left = _dossiers[id];
            _dossiers[id] = left with
            {
                Evidence = [],
                Parts = [],
                Acts = left.Awards.Count == 0 ? [] : [new("erased", ActKind.Erased, left.Awards.Max(award => award.Id.Cycle), now)],
                Timeline = [],
            };
        }

        return Task.CompletedTask;
    }

    public Task Add(DateOnly day, AwardId award, int daysBefore, CancellationToken cancellation)
    {
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
        lock (_gate)
        {
            _open[award] = opened;
            if (!_recent.Contains(award))
                _recent.Add(award);
        }

        return Task.CompletedTask;
    }

    public Task Close(AwardId award, DateTimeOffset opened, CancellationToken cancellation)
    {
        lock (_gate)
            _open.Remove(award);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<(AwardId Award, DateTimeOffset Opened)> OpenedBefore(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var (award, opened) in _open.Where(open => open.Value < before).ToList())
            yield return (award, opened);
    }

    public Task<IReadOnlyList<AwardId>> Recent(string institution, int days, int most, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<AwardId>>([.. _recent.Where(award => award.Institution == institution).Reverse().Take(most)]);

    public Task<bool> Raise(AttentionItem item, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var known = _items.GetValueOrDefault((item.Institution, item.Id));
            _items[(item.Institution, item.Id)] = known is null ? item : item with { Count = known.Count + 1, First = known.First, Told = known.Told, AsideUntil = known.AsideUntil };
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
        Task.FromResult(_items.GetValueOrDefault((institution, id)));

    public Task<IReadOnlyList<AttentionItem>> Open(string institution, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<AttentionItem>>([.. _items.Values.Where(item => item.Institution == institution)]);

    public Task<bool> PutAside(string institution, string id, DateTimeOffset until, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!_items.TryGetValue((institution, id), out var item))
                return Task.FromResult(false);
            _items[(institution, id)] = item with { AsideUntil = until };
            return Task.FromResult(true);
        }
    }

    public Task Settle(string institution, string id, CancellationToken cancellation)
    {
        lock (_gate)
            _items.Remove((institution, id));
        return Task.CompletedTask;
    }

    public Task<WaitingCompletion?> Wait(string institution, string id, WaitingCompletion completion, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!_waiting.TryGetValue((institution, id), out var waiting))
                _waiting[(institution, id)] = waiting = [];
            var earlier = waiting.Find(other => (other.EventId ?? other.TrackingId) == (completion.EventId ?? completion.TrackingId));
            if (earlier is not null)
                waiting.Remove(earlier);
            waiting.Add(completion);
            return Task.FromResult(earlier);
        }
    }

    public async IAsyncEnumerable<WaitingCompletion> Waiting(string institution, string id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var completion in _waiting.GetValueOrDefault((institution, id))?.ToList() ?? [])
            yield return completion;
    }

    public Task Done(string institution, string id, WaitingCompletion completion, CancellationToken cancellation)
    {
        _waiting.GetValueOrDefault((institution, id))?.Remove(completion);
        return Task.CompletedTask;
    }

    public Task<ConnectionState> Read(string institution, string connection, CancellationToken cancellation) =>
        Task.FromResult(_states.GetValueOrDefault((institution, connection)) ?? new());

    public Task<bool> Write(string institution, string connection, ConnectionState state, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if ((_states.GetValueOrDefault((institution, connection))?.Version) != state.Version)
                return Task.FromResult(false);
            _states[(institution, connection)] = state with { Version = NewVersion() };
            return Task.FromResult(true);
        }
    }

    private Step Stamp(Step step) => step with { Version = NewVersion() };

    private string NewVersion() => Interlocked.Increment(ref _version).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
