namespace IntegrationHub.Core.Model.Institutions;

/// <summary>What a way of proving one's deliveries must and may state; lint and the connectors both read it.</summary>
/// <param name="Settings">Required settings.</param>
/// <param name="OptionalSettings">Settings that may be left out.</param>
/// <param name="Secrets">Required secrets.</param>
/// <param name="OptionalSecrets">Secrets that may be left out.</param>
public sealed record AuthenticationScheme(
    IReadOnlyList<string> Settings,
    IReadOnlyList<string> OptionalSettings,
    IReadOnlyList<string> Secrets,
    IReadOnlyList<string> OptionalSecrets);

/// <summary>The ways in which sources prove their deliveries.</summary>
public static class AuthenticationSchemes
{
    /// <summary>The body is a JWT, signed by a key of the sender's published key set.</summary>
    public const string SignedBody = "signedBody";

    /// <summary>HTTP Basic (RFC 7617).</summary>
    public const string Basic = "basic";

    /// <summary>A token behind <c>Authorization: Bearer</c> (RFC 6750).</summary>
    public const string Bearer = "bearer";

    /// <summary>The header <c>Authorization</c> is the secret itself, without a scheme's name.</summary>
    public const string BareAuthorization = "bareAuthorization";

    /// <summary>Standard Webhooks: <c>webhook-id</c>, <c>webhook-timestamp</c>, <c>webhook-signature</c>.</summary>
    public const string StandardWebhooks = "standardWebhooks";

    /// <summary>As GitHub signs: <c>X-Hub-Signature-256</c>.</summary>
    public const string GithubSignature = "githubSignature";

    /// <summary>As Stripe signs: <c>Stripe-Signature</c>.</summary>
    public const string StripeSignature = "stripeSignature";

    /// <summary>The sender asks the hub for an access token first (OAuth 2.0 client credentials, RFC 6749, 4.4).</summary>
    public const string ClientCredentials = "clientCredentials";

    /// <summary>A member of the body, JSON or form, is the secret itself.</summary>
    public const string TokenInBody = "tokenInBody";

    /// <summary>No credential at all: only the sender knows the address.</summary>
    public const string SecretAddress = "secretAddress";

    /// <summary>The purpose of the secret that a secret address ends in.</summary>
    public const string AddressKey = "address";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, AuthenticationScheme> All { get; } = new Dictionary<string, AuthenticationScheme>
    {
        [SignedBody] = new(["jwks"], [], [], []),
        [Basic] = new([], [], ["user", "password"], []),
        [Bearer] = new([], [], ["token"], []),
        [BareAuthorization] = new([], [], ["token"], []),
        [StandardWebhooks] = new([], [], ["secret"], []),
        [GithubSignature] = new([], [], ["secret"], []),
        [StripeSignature] = new([], [], ["secret"], []),
        [ClientCredentials] = new([], [], ["clientId", "clientSecret"], []),
        [TokenInBody] = new([], ["tokenAt"], ["token"], []),
        [SecretAddress] = new([], [], [AddressKey], []),
    };

    /// <summary>The member of the body that holds a source's token.</summary>
    public static string TokenAt(Source source) => source.Setting("tokenAt") ?? "token";

    /// <summary>The usual ways of a kind, then every other that asks nothing of what is sent: a proxy or a plugin may add any of them.</summary>
    public static IReadOnlyList<string> UsualThenAny(params IReadOnlyList<string> usual) =>
        [.. usual, .. All.Keys.Except([SignedBody, TokenInBody, .. usual])];
}
