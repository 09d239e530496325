using IntegrationHub.OpenBadges.Canonical;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>One verification: the time it speaks of, the documents fetched for it, and how much work a stranger's file may cause.</summary>
internal sealed class Session : IDisposable
{
    private const int MostFetches = 40;
    private const int MostCredentials = 100;
    private const int MostSteps = 4 * Canonicalizer.MaxSteps;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly Dictionary<Uri, byte[]?> _fetched = [];
    private readonly IDocuments _documents;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _deadline;
    private int _credentials;

    public Session(IDocuments documents, TimeProvider time, CancellationToken cancellation)
    {
        (_documents, Now, _cancellation) = (documents, time.GetUtcNow(), cancellation);
        _timeout = new(Longest, time);
        _deadline = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, cancellation);
        Steps = new(MostSteps, _deadline.Token);
        StatusLists = new(this);
    }

    public DateTimeOffset Now { get; }

    /// <summary>From when on nothing more is done for it: its longest time is over, or nobody waits any more.</summary>
    public CancellationToken Deadline => _deadline.Token;

    public StatusLists StatusLists { get; }

    /// <summary>The work that all its documents together may cause.</summary>
    public Steps Steps { get; }

    /// <summary>Whether one more credential inside the file may be looked at.</summary>
    public bool MayGoOn => ++_credentials <= MostCredentials && !_deadline.IsCancellationRequested;

    /// <summary>Whether documents are looked for at an address: https, or http on this very machine, where trials run.</summary>
    public static bool IsLookedUp(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>The document at an address, or null where it cannot be had.</summary>
    public async Task<byte[]?> Fetch(Uri address)
    {
        if (!IsLookedUp(address)
            || _fetched.TryGetValue(address, out var known)
            || _fetched.Count >= MostFetches
            || _timeout.IsCancellationRequested)
            return _fetched.GetValueOrDefault(address);

        try
        {
            return _fetched[address] = await _documents.Fetch(address, _deadline.Token);
        }
        catch (Exception unreachable) when (unreachable is DocumentException or HttpRequestException or IOException
            || (unreachable is OperationCanceledException && !_cancellation.IsCancellationRequested))
        {
            return _fetched[address] = null;
        }
    }

    /// <summary>Why there is no document at an address: it is the given reason only where it was asked for.</summary>
    public VerificationReason WhyNot(Uri address, VerificationReason unreachable) =>
        _fetched.ContainsKey(address) || !IsLookedUp(address) ? unreachable : VerificationReason.TooMany;

    public void Dispose()
    {
        _deadline.Dispose();
        _timeout.Dispose();
    }
}
