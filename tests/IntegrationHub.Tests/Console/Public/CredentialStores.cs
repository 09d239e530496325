using System.Collections.Concurrent;
using IntegrationHub.Core.Credentials;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Tests.Console.Public;

/// <summary>What is kept of credentials, in memory; the real stores run in the end-to-end tests.</summary>
internal sealed class CredentialStores : ICredentials, IHoldings, IStatusLists, IEndorsements, IQueues
{
    private readonly ConcurrentDictionary<CredentialId, Credential> _credentials = new();
    private readonly ConcurrentDictionary<(string, CredentialId), Holding> _holdings = new();
    private readonly ConcurrentDictionary<(string, StatusPurpose, int), byte[]> _bits = new();
    private int _serial;

    public ConcurrentQueue<Envelope> Sent { get; } = new();

    public Task<Credential?> Find(CredentialId id, CancellationToken cancellation) => Task.FromResult(_credentials.GetValueOrDefault(id));

    public Task<bool> Save(Credential credential, CancellationToken cancellation)
    {
        _credentials[credential.Id] = credential;
        return Task.FromResult(true);
    }

    public Task<Holding?> Find(string learner, CredentialId credential, CancellationToken cancellation) =>
        Task.FromResult(_holdings.GetValueOrDefault((learner, credential)));

    public Task<IReadOnlyList<Holding>> Of(string institution, string learner, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Holding>>([.. _holdings.Values.Where(holding => holding.Learner == learner && holding.Credential.Institution == institution).OrderBy(holding => holding.Issued)]);

    public Task<bool> Save(Holding holding, CancellationToken cancellation)
    {
        _holdings[(holding.Learner, holding.Credential)] = holding;
        return Task.FromResult(true);
    }

    public Task Remove(Holding holding, CancellationToken cancellation) => Task.FromResult(_holdings.TryRemove((holding.Learner, holding.Credential), out _));

    public Task<StatusEntry> Allocate(string institution, CancellationToken cancellation) => Task.FromResult(new StatusEntry(0, Interlocked.Increment(ref _serial)));

    public Task Set(string institution, StatusPurpose purpose, StatusEntry entry, bool isSet, CancellationToken cancellation)
    {
        var (bits, mask) = (Bits(institution, purpose, entry.List), (byte)(0x80 >> (entry.Index % 8)));
        bits[entry.Index / 8] = isSet ? (byte)(bits[entry.Index / 8] | mask) : (byte)(bits[entry.Index / 8] & ~mask);
        return Task.CompletedTask;
    }

    public Task<StatusBits?> Read(string institution, StatusPurpose purpose, int list, CancellationToken cancellation) =>
        Task.FromResult<StatusBits?>(new(Bits(institution, purpose, list).ToArray(), $"{Guid.NewGuid()}", PublicHub.Issued));

    public Task<IReadOnlyList<Endorsement>> Of(string institution, EndorsementSubject subject, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Endorsement>>([]);

    public Task Keep(string institution, EndorsementSubject subject, Endorsement endorsement, CancellationToken cancellation) => throw new NotSupportedException();

    public Task Erase(string institution, EndorsementSubject subject, CancellationToken cancellation) => Task.CompletedTask;

    public Task Send(string queue, Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
    {
        Sent.Enqueue(envelope);
        return Task.CompletedTask;
    }

    private byte[] Bits(string institution, StatusPurpose purpose, int list) => _bits.GetOrAdd((institution, purpose, list), _ => new byte[StatusEntry.Bits / 8]);
}
