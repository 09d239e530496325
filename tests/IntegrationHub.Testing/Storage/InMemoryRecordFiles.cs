using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Testing.Storage;

/// <summary>Batch files in memory, with the same conditional writes; the real ones run in the end-to-end tests.</summary>
internal sealed class InMemoryRecordFiles : IRecordFiles
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AwardId, RecordTrail> _trails = [];
    private readonly Dictionary<(string, DateOnly), RecordFile> _files = [];
    private readonly Dictionary<(string, DateOnly), List<RecordLine>> _lines = [];
    private int _version;

    /// <summary>Called before a line is written, so that a worker can die there or a registrar be quicker.</summary>
    public Action? BeforePut { get; set; }

    public Task<RecordTrail> Trail(AwardId award, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult(_trails.GetValueOrDefault(award) ?? new(award, []));
    }

    public Task<bool> Save(RecordTrail trail, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_trails.GetValueOrDefault(trail.Award)?.Version != trail.Version)
                return Task.FromResult(false);
            _trails[trail.Award] = trail with { Version = NewVersion() };
            return Task.FromResult(true);
        }
    }

    public Task<bool> Put(string institution, DateOnly day, RecordLine line, CancellationToken cancellation)
    {
        BeforePut?.Invoke();
        lock (_gate)
        {
            var lines = _lines.GetValueOrDefault((institution, day)) ?? [];
            if (lines.Exists(other => (other.Award, other.Number) == (line.Award, line.Number)))
                return Task.FromResult(true);
            if (_files.GetValueOrDefault((institution, day)) is { Loaded: not null })
                return Task.FromResult(false);
            lines.Add(line);
            _lines[(institution, day)] = lines;
            _files[(institution, day)] = new(institution, day, lines.Count, null, NewVersion());
            return Task.FromResult(true);
        }
    }

    public Task<RecordFile?> Find(string institution, DateOnly day, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult(_files.GetValueOrDefault((institution, day)));
    }

    public Task<IReadOnlyList<RecordFile>> All(string institution, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<RecordFile>>([
                .. _files.Values.Where(file => file.Institution == institution).OrderByDescending(file => file.Day),
            ]);
    }

    public Task<IReadOnlyList<RecordLine>> Lines(string institution, DateOnly day, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<RecordLine>>([.. _lines.GetValueOrDefault((institution, day)) ?? []]);
    }

    public Task<bool> Load(RecordFile file, DateTimeOffset now, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_files[(file.Institution, file.Day)].Version != file.Version)
                return Task.FromResult(false);
            _files[(file.Institution, file.Day)] = file with { Loaded = now, Version = NewVersion() };
            return Task.FromResult(true);
        }
    }

    private string NewVersion() => Interlocked.Increment(ref _version).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
