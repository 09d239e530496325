using System.Net;
using System.Net.Security;
using IntegrationHub.OpenBadges.Verification;

namespace IntegrationHub.OpenBadges.Http;

/// <summary>
/// Fetches what strangers' credentials point to: https only, public addresses only (looked at when connecting), no redirect to
/// another host, a megabyte and ten seconds at most. One object serves a whole program and many threads.
/// </summary>
public sealed class HttpDocuments : IDocuments, IDisposable
{
    private const int MostRedirects = 3;
    private const int Largest = 1024 * 1024;
    private const string Accepted = "application/vc, application/ld+json, application/json, */*;q=0.5";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;

    /// <summary>Opens no connection yet.</summary>
    /// <param name="addresses">Which addresses may be connected to; null allows public ones only.</param>
    /// <param name="userAgent">Who asks, as servers see it.</param>
    public HttpDocuments(AddressPolicy? addresses = null, string userAgent = "IntegrationHub.OpenBadges")
        : this(Handler(addresses ?? new(allowPrivate: false)), userAgent)
    {
    }

    internal HttpDocuments(SocketsHttpHandler handler, string userAgent) => _http = new(handler)
    {
        MaxResponseContentBufferSize = Largest,
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { { "Accept", Accepted }, { "User-Agent", userAgent } },
    };

    /// <inheritdoc/>
    public async Task<byte[]> Fetch(Uri address, CancellationToken cancellation = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            return await Follow(address, limit.Token);
        }
        catch (HttpRequestException failure) when (failure.InnerException is RefusedAddressException)
        {
            throw new DocumentException($"{address.Host} leads to a private or reserved address, which is not fetched.", failure);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new DocumentException($"{address.Host} sent more than {Largest / 1024} KB.", failure);
        }
        catch (HttpRequestException failure)
        {
            throw new DocumentException($"{address.Host} could not be reached.", failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new DocumentException($"{address.Host} took longer than {Longest.TotalSeconds:0} seconds.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Connections end after two minutes, so that a name that has moved is looked up again.</summary>
    internal static SocketsHttpHandler Handler(AddressPolicy addresses, SslClientAuthenticationOptions? tls = null) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 32,
        SslOptions = tls ?? new(),
        ConnectCallback = new GuardedConnection(addresses).Connect,
    };

    private async Task<byte[]> Follow(Uri address, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (address is not { IsAbsoluteUri: true, Scheme: "https", UserInfo: "" })
                throw new DocumentException("Only https addresses without a user name are fetched.");
            using var answer = await _http.GetAsync(address, cancellation);
            if (answer.IsSuccessStatusCode)
                return await answer.Content.ReadAsByteArrayAsync(cancellation);
            if (answer.Headers.Location is not { } next || (int)answer.StatusCode is < 300 or > 399)
                throw new DocumentException($"{address.Host} answered {(int)answer.StatusCode}.");
            var to = new Uri(address, next);
            if (to.Authority != address.Authority)
                throw new DocumentException($"{address.Host} redirects to another host, which is not followed.");
            address = to;
        }

        throw new DocumentException($"{address.Host} redirects too often.");
    }
}
