using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>Proves that a body, itself a JWT, was signed by a sender's key.</summary>
internal sealed class SignedBody(KeySets keys, TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 8 * 1024 * 1024 };

    /// <summary>Whether an RS256 signature by a key of the set covers the token. Issuer and audience are undocumented, an expiry counts only where there is one.</summary>
    public async Task<bool> IsAuthentic(CompactJwt jwt, Uri keySet, CancellationToken cancellation)
    {
        if (jwt.Algorithm != SecurityAlgorithms.RsaSha256 || jwt.KeyId is null)
            return false;
        if (await keys.Find(keySet, jwt.KeyId, cancellation) is not { } key)
            return false;

        var result = await _handler.ValidateTokenAsync(jwt.Token, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKey = key,
            ValidateIssuer = false,
            ValidateAudience = false,
            LifetimeValidator = (_, expires, _, _) => expires is null || expires > (time.GetUtcNow() - Skew).UtcDateTime,
        });
        return result.IsValid;
    }
}
