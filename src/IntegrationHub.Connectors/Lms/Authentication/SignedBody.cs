using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>The body is a compact JWT, signed RS256 by a key of the set at the source's setting <c>jwks</c>.</summary>
internal sealed class SignedBody(KeySets keys, TimeProvider time) : IAuthentication
{
    /// <summary>As it describes itself.</summary>
    public static AuthenticationKind Kind { get; } = new(AuthenticationSchemes.SignedBody, new("corps signé (JWT)", "signed body (JWT)"))
    {
        Settings =
        [
            Setting.Required("jwks", "l’adresse des clés que l’expéditeur publie", "the address where the sender publishes its keys"),
        ],
        FitsAnySender = false,
        Proof = new(
            "L’expéditeur signe le corps (JWT, RS256) et publie ses clés à l’adresse que le fichier donne sous jwks. Il n’y a "
                + "aucun secret à saisir.",
            "The sender signs the body (JWT, RS256) and publishes its keys at the address under jwks in the file. There is no "
                + "secret to enter."),
    };

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 8 * 1024 * 1024 };

    /// <inheritdoc/>
    public string Scheme => AuthenticationSchemes.SignedBody;

    /// <inheritdoc/>
    public async ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        CompactJwt.Read(delivery.Content) is not { } jwt ? Admission.Missing
        : Uri.TryCreate(source.Setting("jwks"), UriKind.Absolute, out var keySet) ? await Check(jwt, keySet, cancellation)
        : Admission.UnknownKey;

    /// <summary>
    /// Whether an RS256 signature by a key of the set covers the token. Issuer and audience are undocumented, an expiry counts only where
    /// there is one.
    /// </summary>
    private async Task<Admission> Check(CompactJwt jwt, Uri keySet, CancellationToken cancellation)
    {
        if (jwt.Algorithm != SecurityAlgorithms.RsaSha256 || jwt.KeyId is null)
            return Admission.Wrong;
        if (await keys.Find(keySet, jwt.KeyId, cancellation) is not { } key)
            return Admission.UnknownKey;

        var result = await _handler.ValidateTokenAsync(jwt.Token, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKey = key,
            ValidateIssuer = false,
            ValidateAudience = false,
            LifetimeValidator = (_, expires, _, _) => expires is null || expires > (time.GetUtcNow() - Skew).UtcDateTime,
        });
        return result.IsValid ? Admission.Admitted
            : result.Exception is SecurityTokenInvalidLifetimeException ? Admission.OutOfTime
            : Admission.Wrong;
    }
}
