using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary><c>X-Hub-Signature-256: sha256=</c> and the HMAC of the body in hexadecimal (GitHub, Validating webhook deliveries).</summary>
internal sealed class GithubSignature(InboundSecrets secrets, TimeProvider time) : SignedDelivery(secrets, time)
{
    /// <summary>As it describes itself.</summary>
    public static AuthenticationKind Kind { get; } = new(
        AuthenticationSchemes.GithubSignature,
        new("signature à la manière de GitHub", "GitHub-style signature"))
    {
        Secrets = [Setting.Required("secret", "le secret de signature", "the signing secret")],
        Proof = new(
            "Saisissez la valeur du réglage {1} comme secret de signature (HMAC-SHA256, en-tête X-Hub-Signature-256).",
            "Enter the value of the setting {1} as the signing secret (HMAC-SHA256, header X-Hub-Signature-256)."),
    };

    /// <inheritdoc/>
    public override string Scheme => AuthenticationSchemes.GithubSignature;

    /// <inheritdoc/>
    protected override Claim? Read(Delivery delivery) =>
        delivery.Header("X-Hub-Signature-256") is { Length: > 0 } signature ? new("", null, signature) : null;

    /// <inheritdoc/>
    protected override bool? Verifies(string secret, Claim claim, ReadOnlySpan<byte> body) =>
        IsSame(claim.Signatures, $"sha256={HexHmac(secret, claim.Before, body)}");

    /// <inheritdoc/>
    protected override TestEvent? Sign(string secret, string now, TestEvent bare) =>
        bare.With("X-Hub-Signature-256", $"sha256={HexHmac(secret, "", bare.Body.Span)}");
}
