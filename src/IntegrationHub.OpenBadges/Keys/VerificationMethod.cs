using System.Text.Json;

namespace IntegrationHub.OpenBadges.Keys;

/// <summary>A key in a DID document or other controller document.</summary>
/// <param name="Id">Its address: the document's id with a fragment.</param>
/// <param name="Controller">Who holds the key.</param>
/// <param name="Multikey">The key as <c>z…</c>, of Multikey and Ed25519VerificationKey2020.</param>
/// <param name="Jwk">The key as JWK, of JsonWebKey.</param>
public sealed record VerificationMethod(string Id, string? Controller, string? Multikey, Jwk? Jwk)
{
    /// <summary>The key where it is of Ed25519, however it is written.</summary>
    public Ed25519PublicKey? Ed25519 => Ed25519PublicKey.TryParse(Multikey, out var key) ? key : Jwk?.Ed25519;

    /// <summary>The key as a JWT needs it, however it is written.</summary>
    internal Jwk? AsJwk => Jwk ?? (Ed25519 is { } key ? Keys.Jwk.Of(key) : null);

    /// <summary>From then on it vouches for nothing: it is revoked, or its time is over; null where it does not end.</summary>
    public DateTimeOffset? Ends { get; init; }

    internal static VerificationMethod Read(string document, JsonElement element) => new(
        Absolute(document, element.Text("id") ?? throw new KeyException("A verification method has no id.")),
        element.Text("controller"),
        element.Text("publicKeyMultibase"),
        element.Member("publicKeyJwk") is { } jwk ? Jwk.Read(jwk) : null)
    {
        Ends = new[] { End(element, "revoked"), End(element, "expires") }.Min(),
    };

    /// <summary>An end that cannot be read has come already.</summary>
    private static DateTimeOffset? End(JsonElement element, string member) =>
        element.Member(member) is null ? null : element.Time(member) ?? DateTimeOffset.MinValue;

    internal static string Absolute(string document, string id) => id.StartsWith('#') ? document + id : id;
}
