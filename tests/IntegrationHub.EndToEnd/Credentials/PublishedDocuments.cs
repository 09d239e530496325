using IntegrationHub.OpenBadges.Verification;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>What the hub publishes, fetched over HTTP from its local port; nothing else can be had.</summary>
internal sealed class PublishedDocuments(HttpClient hub) : IDocuments
{
    public async Task<byte[]> Fetch(Uri address, CancellationToken cancellation)
    {
        if (address.GetLeftPart(UriPartial.Authority) != PublicHub.Address)
            throw new DocumentException("Only the hub can be reached here.");
        using var answer = await hub.GetAsync(address.PathAndQuery, cancellation);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadAsByteArrayAsync(cancellation)
            : throw new DocumentException($"The hub answered {(int)answer.StatusCode}.");
    }
}
