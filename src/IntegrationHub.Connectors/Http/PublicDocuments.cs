using System.Net;
using IntegrationHub.OpenBadges.Verification;

namespace IntegrationHub.Connectors.Http;

/// <summary>
/// Fetches what strangers' credentials point to: https only, public addresses only (looked at when connecting, whatever
/// <c>Outgoing:AllowPrivate</c> says), no redirect to another host, a megabyte and ten seconds at most.
/// </summary>
internal sealed class PublicDocuments : IDocuments, IDisposable
{
    private const int MostRedirects = 3;
    private const int Largest = 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxResponseHeadersLength = 32,
        ConnectCallback = new GuardedConnection(new AddressPolicy(allowPrivate: false)).Connect,
    })
    {
        MaxResponseContentBufferSize = Largest,
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { { "Accept", "application/vc, application/ld+json, application/json, */*;q=0.5" }, { "User-Agent", "IntegrationHub" } },
    };

    /// <inheritdoc/>
    public async Task<byte[]> Fetch(Uri address, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            for (var redirects = 0; redirects <= MostRedirects; redirects++)
            {
                if (address is not { IsAbsoluteUri: true, Scheme: "https", UserInfo: "" })
                    throw new DocumentException("Only https addresses without a user name are fetched.");
                using var answer = await _http.GetAsync(address, limit.Token);
                if (answer.IsSuccessStatusCode)
                    return await answer.Content.ReadAsByteArrayAsync(limit.Token);
                if (answer.Headers.Location is not { } next || (int)answer.StatusCode is < 300 or > 399)
                    throw new DocumentException($"{address.Host} answered {(int)answer.StatusCode}.");
                var to = new Uri(address, next);
                if (to.Authority != address.Authority)
                    throw new DocumentException($"{address.Host} leads to another host, which is not followed.");
                address = to;
            }

            throw new DocumentException($"{address.Host} leads round and round.");
        }
        catch (HttpRequestException failure) when (failure.InnerException is RefusedAddressException)
        {
            throw new DocumentException($"{address.Host} leads to a private or reserved address, which is not fetched.");
        }
        catch (HttpRequestException failure)
        {
            throw new DocumentException(
                failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? $"{address.Host} sent more than {Largest / 1024} KB." : $"{address.Host} could not be reached.",
                failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new DocumentException($"{address.Host} took longer than {Longest.TotalSeconds:0} seconds.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
