using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Erasure;

namespace IntegrationHub.Testing.Storage;

/// <summary>What the issuer keeps, in memory, with the same conditional writes; the real ones run in the end-to-end tests.</summary>
internal sealed class InMemoryCredentials : ICredentials, IHoldings, IStatusLists, IEndorsements, IErasures
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CredentialId, Credential> _credentials = [];
    private readonly Dictionary<(string, CredentialId), Holding> _holdings = [];
    private readonly Dictionary<(string, StatusPurpose, int), StatusBits> _lists = [];
    private readonly Dictionary<(string, EndorsementSubject), List<Endorsement>> _endorsements = [];
    private readonly Dictionary<(string, string), Erasure> _erasures = [];
    private readonly byte[] _key = new byte[32];
    private int _serial;
    private int _version;

    /// <summary>Called before a holding is written, so that a worker can die there.</summary>
    public Action? BeforeHolding { get; set; }

    /// <summary>Called before a bit is written, so that another worker can be quicker.</summary>
    public Func<Task>? BeforeBit { get; set; }

    public IReadOnlyCollection<Credential> All => _credentials.Values;

    public Task<Credential?> Find(CredentialId id, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult(_credentials.GetValueOrDefault(id));
    }

    public Task<bool> Save(Credential credential, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_credentials.GetValueOrDefault(credential.Id)?.Version != credential.Version)
                return Task.FromResult(false);
            _credentials[credential.Id] = credential with { Version = NewVersion() };
            return Task.FromResult(true);
        }
    }

    public Task<Holding?> Find(string learner, CredentialId credential, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult(_holdings.GetValueOrDefault((learner, credential)));
    }

    public Task<IReadOnlyList<Holding>> Of(string institution, string learner, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<Holding>>([
                .. _holdings
                    .Values.Where(holding => holding.Learner == learner && holding.Credential.Institution == institution)
                    .OrderBy(holding => holding.Issued),
            ]);
    }

    public Task<bool> Save(Holding holding, CancellationToken cancellation)
    {
        BeforeHolding?.Invoke();
        lock (_gate)
        {
            if (_holdings.GetValueOrDefault((holding.Learner, holding.Credential))?.Version != holding.Version)
                return Task.FromResult(false);
            _holdings[(holding.Learner, holding.Credential)] = holding with { Version = NewVersion() };
            return Task.FromResult(true);
        }
    }

    public Task Remove(Holding holding, CancellationToken cancellation)
    {
        lock (_gate)
            _holdings.Remove((holding.Learner, holding.Credential));
        return Task.CompletedTask;
    }

    public Task<StatusEntry> Allocate(string institution, CancellationToken cancellation)
    {
        lock (_gate)
        {
            foreach (var purpose in Enum.GetValues<StatusPurpose>())
                _lists.TryAdd(
                    (institution, purpose, 0),
                    new(new byte[StatusEntry.Bits / 8], NewVersion(), new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
            return Task.FromResult(new StatusEntry(0, Shuffle.Index(_key, _serial++)));
        }
    }

    public async Task Set(string institution, StatusPurpose purpose, StatusEntry entry, bool isSet, CancellationToken cancellation)
    {
        if (BeforeBit is { } before)
            await before();
        lock (_gate)
        {
            var bits = _lists[(institution, purpose, entry.List)].Bits.ToArray();
            var (at, mask) = (entry.Index / 8, (byte)(0x80 >> (entry.Index % 8)));
            bits[at] = (byte)(isSet ? bits[at] | mask : bits[at] & ~mask);
            _lists[(institution, purpose, entry.List)] = new(bits, NewVersion(), new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        }
    }

    public Task<StatusBits?> Read(string institution, StatusPurpose purpose, int list, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult(_lists.GetValueOrDefault((institution, purpose, list)));
    }

    public Task<IReadOnlyList<Endorsement>> Of(string institution, EndorsementSubject subject, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<Endorsement>>([.. _endorsements.GetValueOrDefault((institution, subject)) ?? []]);
    }

    public Task Keep(string institution, EndorsementSubject subject, Endorsement endorsement, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!_endorsements.TryGetValue((institution, subject), out var kept))
                _endorsements[(institution, subject)] = kept = [];
            kept.RemoveAll(other => other.Id == endorsement.Id);
            kept.Add(endorsement);
        }

        return Task.CompletedTask;
    }

    public Task Erase(string institution, EndorsementSubject subject, CancellationToken cancellation)
    {
        lock (_gate)
            _endorsements.Remove((institution, subject));
        return Task.CompletedTask;
    }

    Task<Erasure?> IErasures.Find(string institution, string learner, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult(_erasures.GetValueOrDefault((institution, learner)));
    }

    Task<IReadOnlyList<Erasure>> IErasures.All(string institution, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<Erasure>>([.. _erasures.Values.Where(line => line.Institution == institution)]);
    }

    public Task Save(Erasure erasure, CancellationToken cancellation)
    {
        lock (_gate)
            _erasures[(erasure.Institution, erasure.Learner)] = erasure;
        return Task.CompletedTask;
    }

    private string NewVersion() => Interlocked.Increment(ref _version).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
