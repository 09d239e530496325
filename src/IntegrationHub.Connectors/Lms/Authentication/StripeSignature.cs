using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>
/// <c>Stripe-Signature: t=…,v1=…</c>, several <c>v1</c> while a secret is replaced: HMAC of <c>t.body</c> in hexadecimal (Stripe, Verify
/// webhook signatures manually).
/// </summary>
internal sealed class StripeSignature(InboundSecrets secrets, TimeProvider time) : SignedDelivery(secrets, time)
{
    /// <summary>As it describes itself.</summary>
    public static AuthenticationKind Kind { get; } = new(
        AuthenticationSchemes.StripeSignature,
        new("signature à la manière de Stripe", "Stripe-style signature"))
    {
        Secrets = [Setting.Required("secret", "le secret de signature", "the signing secret")],
        Proof = new(
            "Saisissez la valeur du réglage {1} comme secret de signature (HMAC-SHA256, horodatée).",
            "Enter the value of the setting {1} as the signing secret (HMAC-SHA256, with a timestamp)."),
    };

    /// <inheritdoc/>
    public override string Scheme => AuthenticationSchemes.StripeSignature;

    /// <inheritdoc/>
    protected override Claim? Read(Delivery delivery)
    {
        var header = delivery.Header("Stripe-Signature") ?? "";
        foreach (var part in header.AsSpan().Split(','))
        {
            if (header.AsSpan(part).Trim() is ['t', '=', .. var time])
                return new($"{time}.", time.ToString(), header);
        }

        return null;
    }

    /// <inheritdoc/>
    protected override bool? Verifies(string secret, Claim claim, ReadOnlySpan<byte> body)
    {
        var expected = HexHmac(secret, claim.Before, body);
        var signatures = claim.Signatures.AsSpan();
        var verdict = false;
        foreach (var part in signatures.Split(','))
            verdict |= signatures[part].Trim() is ['v', '1', '=', .. var signature] && IsSame(signature, expected);
        return verdict;
    }

    /// <inheritdoc/>
    protected override TestEvent? Sign(string secret, string now, TestEvent bare) =>
        bare.With("Stripe-Signature", $"t={now},v1={HexHmac(secret, $"{now}.", bare.Body.Span)}");
}
