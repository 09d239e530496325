namespace IntegrationHub.Core.Model.Institutions;

/// <summary>Names of the ways in which sources prove their deliveries; each describes itself in its connector.</summary>
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
}
