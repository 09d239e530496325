namespace IntegrationHub.OpenBadges.Verification;

/// <summary>One verification: the time it speaks of, the documents fetched for it, and how much work a stranger's file may cause.</summary>
internal sealed class Session
{
    private const int MostFetches = 40;
    private const int MostCredentials = 100;

    private readonly Dictionary<Uri, byte[]?> _fetched = [];
    private readonly IDocuments _documents;
    private readonly CancellationToken _cancellation;
    private int _credentials;

    public Session(IDocuments documents, DateTimeOffset now, CancellationToken cancellation)
    {
        (_documents, Now, _cancellation) = (documents, now, cancellation);
        StatusLists = new(this);
    }

    public DateTimeOffset Now { get; }

    public StatusLists StatusLists { get; }

    /// <summary>Whether one more credential inside the file may be looked at.</summary>
    public bool MayGoOn => ++_credentials <= MostCredentials;

    /// <summary>Whether documents are looked for at an address: https, or http on this very machine, where trials run.</summary>
    public static bool IsLookedUp(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>The document at an address, or null where it cannot be had.</summary>
    public async Task<byte[]?> Fetch(Uri address)
    {
        if (!IsLookedUp(address) || _fetched.TryGetValue(address, out var known) || _fetched.Count >= MostFetches)
            return _fetched.GetValueOrDefault(address);

        try
        {
            return _fetched[address] = await _documents.Fetch(address, _cancellation);
        }
        catch (Exception unreachable) when (unreachable is DocumentException or HttpRequestException or IOException
            || (unreachable is OperationCanceledException && !_cancellation.IsCancellationRequested))
        {
            return _fetched[address] = null;
        }
    }
}
