using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>A did:web identifier: the host, its port after %3A, and the path after colons; %Name% may stand for the host.</summary>
internal sealed class DidWebAttribute()
    : PatternAttribute(
        "did",
        @"^did:web:(%[A-Za-z_][A-Za-z0-9_:.-]*%"
            + @"|[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*(%3A[0-9]{1,5})?)"
            + @"(:([A-Za-z0-9._-]|%[0-9A-Fa-f]{2})+)*$"
    )
{
    public override BilingualText Remedy =>
        new(
            "Écrivez-le comme did:web:hub.example.ca:issuers:lacnord (un port\u00a0: did:web:localhost%3A7071…).",
            "Write it like did:web:hub.example.ca:issuers:lacnord (a port: did:web:localhost%3A7071…).");
}

internal abstract class AddressAttribute(string pattern, params string[] schemes) : ConstraintAttribute("url")
{
    public override bool Accepts(object value) =>
        Uri.TryCreate((string)value, UriKind.Absolute, out var uri)
        && schemes.Contains(uri.Scheme)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0
        && !((string)value).Any(char.IsWhiteSpace);

    public override BilingualText Message(string key, object value) =>
        new($"«\u00a0{value}\u00a0» n’est pas une adresse complète.", $"“{value}” is not a complete URL.");

    public override BilingualText Remedy =>
        new(
            $"Écrivez l’adresse en entier, p. ex. {schemes[0]}://www.example.ca/page.",
            $"Write the complete URL, e.g. {schemes[0]}://www.example.ca/page.");

    public override void Describe(JsonObject schema)
    {
        schema["type"] = "string";
        schema["pattern"] = pattern;
    }
}

internal sealed class WebAddressAttribute() : AddressAttribute(@"^https?://[^\s@]+$", "https", "http");

internal sealed class HttpsAddressAttribute() : AddressAttribute(@"^https://[^\s@]+$", "https");

/// <summary>The id of an issuer as credentials state it: any DID, or an https address.</summary>
internal sealed class IssuerIdAttribute() : PatternAttribute("issuer-id", @"^(did:[a-z0-9]+:\S+|https://\S+)$")
{
    public override BilingualText Remedy =>
        new(
            "Écrivez-le comme le titre le dit, p. ex. did:web:rivieres.example.ca; «\u00a0/verify\u00a0» le montre.",
            "Write it as the credential states it, e.g. did:web:rivers.example.ca; “/verify” shows it.");
}

/// <summary>The id of something in a credential: an address, or another absolute IRI such as urn:uuid:….</summary>
internal sealed class AbsoluteIdAttribute() : PatternAttribute("absolute-id", @"^[A-Za-z][A-Za-z0-9+.-]*:\S+$")
{
    public override BilingualText Remedy =>
        new(
            "Écrivez l’identifiant en entier, comme le titre le dit, p. ex. https://www.example.ca/realisation ou urn:uuid:….",
            "Write the id in full, as the credential states it, e.g. https://www.example.ca/achievement or urn:uuid:….");
}

internal sealed class EmailAttribute() : PatternAttribute("email", @"^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$")
{
    public override BilingualText Remedy =>
        new("Écrivez une seule adresse, p. ex. registraire@example.ca.", "Write one address, e.g. registrar@example.ca.");
}

/// <summary>An Ed25519 public key as a Multikey: 34 bytes in base58.</summary>
internal sealed class MultikeyAttribute() : PatternAttribute("multikey", "^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$")
{
    public override BilingualText Message(string key, object value) =>
        new(
            "Ce n’est pas une clé Ed25519 publique sous la forme z6Mk… de 48 caractères.",
            "This is not a public Ed25519 key in the form z6Mk… of 48 characters.");

    public override BilingualText Remedy => PublicKeys.HowTo;
}

/// <summary>An RSA public key as the text of a JWK; a private one must never be in a file, nor in a fault.</summary>
internal sealed class RsaJwkAttribute() : ConstraintAttribute("jwk")
{
    private const int FewestModulusCharacters = 342;

    private static readonly string[] Private = ["d", "p", "q", "dp", "dq", "qi", "k"];

    public override bool Accepts(object value)
    {
        try
        {
            return JsonNode.Parse((string)value) is JsonObject key
                && Text(key, "kty") == "RSA"
                && Text(key, "n").Length >= FewestModulusCharacters
                && Text(key, "e").Length > 0
                && !Private.Any(key.ContainsKey);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return false;
        }
    }

    public override BilingualText Message(string key, object value) =>
        new(
            "Ce n’est pas une clé RSA publique d’au moins 2048 bits sous la forme {\"kty\":\"RSA\",\"n\":…,\"e\":…}, sans partie privée.",
            "This is not a public RSA key of at least 2048 bits in the form {\"kty\":\"RSA\",\"n\":…,\"e\":…}, without private parts.");

    public override BilingualText Remedy => PublicKeys.HowTo;

    public override void Describe(JsonObject schema) => schema["type"] = "string";

    private static string Text(JsonObject key, string name) =>
        key[name] is JsonValue value
        && value.TryGetValue<string>(out var text)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? text
            : "";
}

internal static class PublicKeys
{
    public static BilingualText HowTo { get; } =
        new(
            "Prenez la clé publique que «\u00a0./hub keys new\u00a0» a affichée; jamais une clé privée.",
            "Use the public key that “./hub keys new” printed; never a private key.");
}

internal sealed class ColourAttribute() : PatternAttribute("colour", "^#[0-9A-Fa-f]{6}$")
{
    public override BilingualText Remedy =>
        new("Écrivez la couleur comme \"#0b3d5c\", entre guillemets.", "Write the colour like \"#0b3d5c\", in quotes.");
}

/// <summary>A picture's path from its file's folder, downwards only.</summary>
internal sealed class PicturePathAttribute()
    : PatternAttribute("picture-path", @"^([A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*\.(png|svg)$")
{
    public override BilingualText Remedy =>
        new(
            "Mettez un PNG ou un SVG à côté du fichier, ou dans un sous-dossier, et écrivez son chemin, p. ex. images/insigne.svg.",
            "Put a PNG or SVG beside the file, or in a subfolder, and write its path, e.g. images/badge.svg.");
}

internal sealed class TagAttribute() : PatternAttribute("tag", @"^\S(.{0,48}\S)?$")
{
    public override BilingualText Remedy => new("Écrivez un mot-clé de 1 à 50 caractères.", "Write a keyword of 1 to 50 characters.");
}
