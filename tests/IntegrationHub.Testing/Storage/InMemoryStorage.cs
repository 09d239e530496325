using System.Collections.Concurrent;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Testing.Storage;

/// <summary>Core's storage interfaces in memory, as strict as the real ones: both pass the contracts.</summary>
internal sealed partial class InMemoryStorage : IDossiers, IConnectionStates
{
    private readonly Lock _gate = new();
    private readonly Dictionary<DossierId, Dossier> _dossiers = [];
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

    /// <summary>Whether the next write of a step in this state happens and its answer is lost, so that its repetition is refused.</summary>
    public StepState? SavedUnheard { get; set; }

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
            CheckRows(read.Id, change);
            var now = _dossiers.GetValueOrDefault(read.Id) ?? new Dossier { Id = read.Id };
            if (now.Version != read.Version)
                return Task.FromResult(false);
            Award? Known(Award award) => now.Awards.FirstOrDefault(known => known.Id == award.Id);
            bool IsStale(Award award, Step step) =>
                Known(award) is { } known && step != read.Award(award.Id.Cycle)![step.Name] && known[step.Name].Version != step.Version;
            if (change.Awards.Any(award => award.Steps.Any(step => IsStale(award, step))))
                return Task.FromResult(false);
            var awards = change
                .Awards.Select(award =>
                    award with
                    {
                        Steps =
                        [
                            .. award.Steps.Select(step =>
                                Known(award) is { } known && step == read.Award(award.Id.Cycle)![step.Name] ? known[step.Name] : Stamp(step)
                            ),
                        ],
                    })
                .ToList();
            _dossiers[read.Id] = now with
            {
                Evidence = [.. now.Evidence, .. change.News.Evidence],
                Acts = change.News.Act is { } act ? [.. now.Acts, act] : now.Acts,
                Parts = [.. now.Parts.Where(known => change.News.Parts.All(part => part.Award != known.Award)), .. change.News.Parts],
                Decision = change.Decision,
                Version = NewVersion(),
                Awards =
                [
                    .. now.Awards.Where(known => awards.All(award => award.Id != known.Id)).Concat(awards).OrderBy(award => award.Id.Cycle),
                ],
                Timeline = [.. now.Timeline, .. change.Entries],
            };
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<Step>?> Save(
        AwardId award,
        IReadOnlyList<Step> steps,
        IReadOnlyList<TimelineEntry> entries,
        CancellationToken cancellation)
    {
        BeforeSave?.Invoke();
        lock (_gate)
        {
            CheckRows(award, steps, entries);
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
            if (!saved.Exists(step => step.State == SavedUnheard))
                return Task.FromResult<IReadOnlyList<Step>?>(saved);
            SavedUnheard = null;
            return Task.FromResult<IReadOnlyList<Step>?>(null);
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
