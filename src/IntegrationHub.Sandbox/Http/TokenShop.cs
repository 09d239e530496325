using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace IntegrationHub.Sandbox.Http;

/// <summary>
/// Issues and checks bearer tokens of one system. In memory: a restart makes every token worthless, as a vendor's key change does.
/// </summary>
internal sealed class TokenShop(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ends = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string IssueOpaque(TimeSpan lifetime) => Keep(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)), lifetime);

    public string IssueJwt(string issuer, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        var payload = new JsonObject
        {
            ["iss"] = issuer,
            ["jti"] = Guid.NewGuid().ToString(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
        };
        var header = new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT" };
        return Keep(CompactJwt.Sign(header, payload.ToJsonString(), data => HMACSHA256.HashData(_key, data)), lifetime);
    }

    public bool IsLive(string? token) => token is not null && _ends.TryGetValue(token, out var end) && time.GetUtcNow() < end;

    /// <summary>True once: a token that may be used a single time.</summary>
    public bool Spend(string? token) => IsLive(token) && _ends.TryRemove(token!, out _);

    public bool Accepts(HttpRequest request) => IsLive(Bearer(request));

    public static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var value && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? value["Bearer ".Length..].Trim()
            : null;

    private string Keep(string token, TimeSpan lifetime)
    {
        _ends[token] = time.GetUtcNow() + lifetime;
        return token;
    }
}
