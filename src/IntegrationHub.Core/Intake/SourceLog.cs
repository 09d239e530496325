namespace IntegrationHub.Core.Intake;

/// <summary>What one instance heard from one source and has not written yet. Noting a delivery fills a slot and makes no object.</summary>
internal sealed class SourceLog
{
    private readonly Lock _gate = new();
    private readonly Ring _proven = new();
    private readonly Ring _unproven = new();
    private readonly (long Count, DateTimeOffset Last)[] _counts = new (long, DateTimeOffset)[Enum.GetValues<IntakeVerdict>().Length];
    private readonly List<SourceDay> _days = [];
    private int _noted;
    private int _day;
    private int _hours;
    private DateTimeOffset? _lastHeard;
    private SourceRecord? _unsaved;

    public void Note(in JournalEntry noted)
    {
        lock (_gate)
        {
            _noted++;
            ref var count = ref _counts[(int)noted.Verdict];
            count = (count.Count + 1, noted.At);
            if (noted.IsEmpty)
                return;
            (noted.Verdict.IsOfTheSource() ? _proven : _unproven).Add(noted);
            if (noted.IsTheSourceSpeaking)
                Heard(noted.At);
        }
    }

    /// <summary>
    /// What is to be written next, under a name of its own; null where there is nothing. <see cref="Saved"/> says when it is: until
    /// then it stays what it is, for it may have been written unheard.
    /// </summary>
    public SourceRecord? Begin()
    {
        lock (_gate)
        {
            if (_unsaved is null && _noted > 0)
                _unsaved = Drain() with { News = [TrackingId.New()] };
            return _unsaved;
        }
    }

    public void Saved()
    {
        lock (_gate)
            _unsaved = null;
    }

    /// <summary>What is not written yet, left as it is.</summary>
    public SourceRecord Peek()
    {
        lock (_gate)
            return (_unsaved ?? new()).With(Read());
    }

    private void Heard(DateTimeOffset at)
    {
        _lastHeard = at;
        var day = (int)(at.UtcTicks / TimeSpan.TicksPerDay);
        if (day != _day)
        {
            Turn();
            _day = day;
        }

        _hours |= 1 << at.UtcDateTime.Hour;
    }

    private void Turn()
    {
        if (_hours != 0)
            _days.Add(new(DateOnly.FromDayNumber(_day), _hours));
        _hours = 0;
    }

    private SourceRecord Drain()
    {
        var news = Read();
        (_noted, _lastHeard, _hours) = (0, null, 0);
        Array.Clear(_counts);
        _proven.Clear();
        _unproven.Clear();
        _days.Clear();
        return news;
    }

    private SourceRecord Read() =>
        new()
        {
            LastHeard = _lastHeard,
            Latest = SourceRecord.Last([.. _proven.Newest(), .. _unproven.Newest()]),
            Counts =
            [
                .. _counts
                    .Select((count, verdict) => new VerdictCount((IntakeVerdict)verdict, count.Count, count.Last))
                    .Where(count => count.Count > 0),
            ],
            Days = _hours == 0 ? [.. _days] : [.. _days, new(DateOnly.FromDayNumber(_day), _hours)],
        };

    /// <summary>The last entries of a kind; the oldest goes for the newest.</summary>
    private sealed class Ring
    {
        private readonly JournalEntry[] _entries = new JournalEntry[SourceRecord.Remembered];
        private int _added;

        public void Add(in JournalEntry entry) => _entries[_added++ % _entries.Length] = entry;

        public IEnumerable<ReceivedDelivery> Newest() =>
            Enumerable.Range(1, Math.Min(_added, _entries.Length)).Select(back => _entries[(_added - back) % _entries.Length].Delivery());

        public void Clear()
        {
            Array.Clear(_entries);
            _added = 0;
        }
    }
}
