using System.Collections.Concurrent;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Failures;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>
/// Key sets of senders (JWKS), kept and refreshed: an unknown key id asks again, but at most once a minute, so that a forger cannot make us
/// ask.
/// </summary>
internal sealed class KeySets(OutsideClients clients, TimeProvider time)
{
    private readonly ConcurrentDictionary<Uri, KeySet> _sets = new();

    /// <summary>How the key sets' hosts are spoken of.</summary>
    public static OutsideSystem System { get; } = new("The key set", OutsideSystem.ByPath, _ => null);

    /// <summary>The key with an id, or null where the sender has none of that id.</summary>
    /// <exception cref="OutsideException">The key set cannot be fetched now, so that nobody knows.</exception>
    public Task<SecurityKey?> Find(Uri address, string keyId, CancellationToken cancellation) =>
        _sets.GetOrAdd(address, a => new KeySet(Fetch, a, time)).Find(keyId, cancellation);

    private async Task<IReadOnlyDictionary<string, SecurityKey>> Fetch(Uri address, CancellationToken cancellation)
    {
        var json = await clients.Plain(System).GetStringAsync(address, cancellation);
        try
        {
            return new JsonWebKeySet(json).GetSigningKeys()
                .Where(k => !string.IsNullOrEmpty(k.KeyId))
                .GroupBy(k => k.KeyId)
                .ToDictionary(g => g.Key, g => g.First());
        }
        catch (ArgumentException e)
        {
            throw new OutsideException(OutsideFault.Unavailable, "The key set’s address did not return a key set.", inner: e);
        }
    }
}
