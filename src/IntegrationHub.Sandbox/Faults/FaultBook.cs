using System.Globalization;

namespace IntegrationHub.Sandbox.Faults;

internal sealed record FaultState(string Id, FaultRule Rule, int Hits, DateTimeOffset? Until, bool Live);

internal sealed class FaultBook(TimeProvider time)
{
    private readonly List<Entry> _entries = [];
    private int _last;

    public FaultState Add(FaultRule rule)
    {
        lock (_entries)
        {
            var until = rule.DownFor is { } seconds ? time.GetUtcNow().AddSeconds(seconds) : (DateTimeOffset?)null;
            var entry = new Entry((++_last).ToString(CultureInfo.InvariantCulture), rule, until);
            _entries.Add(entry);
            return entry.State(time.GetUtcNow());
        }
    }

    public IReadOnlyList<FaultState> Read()
    {
        lock (_entries) return [.. _entries.Select(entry => entry.State(time.GetUtcNow()))];
    }

    public bool Remove(string id)
    {
        lock (_entries) return _entries.RemoveAll(entry => entry.Id == id) > 0;
    }

    public void Clear(string? system)
    {
        lock (_entries) _entries.RemoveAll(entry => system is null || entry.Rule.System == system);
    }

    public bool Concerns(string system)
    {
        lock (_entries) return _entries.Exists(entry => entry.Rule.System == system && entry.IsLive(time.GetUtcNow()));
    }

    /// <summary>The rules that this request meets, counted: delays add up, the first of the others ends the list.</summary>
    public IReadOnlyList<FaultRule> Hit(FaultTarget target)
    {
        var met = new List<FaultRule>();
        lock (_entries)
        {
            foreach (var entry in _entries.Where(entry => entry.IsLive(time.GetUtcNow()) && target.Matches(entry.Rule)))
            {
                entry.Hits++;
                met.Add(entry.Rule);
                if (entry.Rule.Effect != FaultEffect.Delay) break;
            }
        }
        return met;
    }

    private sealed class Entry(string id, FaultRule rule, DateTimeOffset? until)
    {
        public string Id => id;
        public FaultRule Rule => rule;
        public int Hits { get; set; }
        public bool IsLive(DateTimeOffset now) => !(Hits >= rule.Times) && !(now >= until);
        public FaultState State(DateTimeOffset now) => new(id, rule, Hits, until, IsLive(now));
    }
}
