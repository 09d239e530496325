using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>The institution as the issuer of its own credentials.</summary>
internal sealed class IssuerShape : Shape
{
    [
        Required,
        HostSettingsAllowed,
        DidWeb,
        Means(
            "identifiant décentralisé, p. ex. did:web:hub.example.ca:issuers:lacnord;\u00a0%Nom% vient des réglages du carrefour",
            "decentralized identifier, e.g. did:web:hub.example.ca:issuers:lacnord; %Name% comes from the hub’s settings")
    ]
    public Located<string>? Did { get; set; }

    [Required, HttpsAddress, Means("site web de l’établissement", "the institution’s website")]
    public Located<string>? Url { get; set; }

    [Email, Means("courriel public de l’émetteur", "the issuer’s public email address")]
    public Located<string>? Email { get; set; }

    [
        Required,
        SettingName,
        Means("nom du réglage qui contient la clé de signature Ed25519", "name of the setting that contains the Ed25519 signing key")
    ]
    public Located<string>? Ed25519 { get; set; }

    [
        Required,
        SettingName,
        Means("nom du réglage qui contient la clé de signature RSA", "name of the setting that contains the RSA signing key")
    ]
    public Located<string>? Rsa { get; set; }

    [Means(
        "clés publiques antérieures\u00a0: les titres signés avec elles peuvent toujours être vérifiés",
        "previous public keys: credentials signed with them can still be verified")]
    public List<PreviousKeyShape>? Previous { get; set; }

    [FromOne, Means("numéro de l’établissement chez LinkedIn", "the institution’s LinkedIn company id")]
    public Located<int>? LinkedInOrganization { get; set; }

    [Means("couleurs des insignes et des pages", "colours of badges and pages")]
    public ColoursShape? Colours { get; set; }

    [
        PicturePath,
        Means(
            "logo\u00a0: un PNG ou un SVG à côté de ce fichier, d’au plus 512 Ko",
            "logo: a PNG or SVG beside this file, of at most 512 KB")
    ]
    public Located<string>? Logo { get; set; }
}

/// <summary>A public key that signs no more.</summary>
internal sealed class PreviousKeyShape : Shape
{
    [Multikey, Means("clé Ed25519 publique, z6Mk…", "public Ed25519 key, z6Mk…")]
    public Located<string>? Multikey { get; set; }

    [RsaJwk, Means("clé RSA publique, le texte d’un objet JWK", "public RSA key, the text of a JWK object")]
    public Located<string>? Jwk { get; set; }
}

/// <summary>The colours of the institution's badges.</summary>
internal sealed class ColoursShape : Shape
{
    [Colour, Means("fond sous le texte, p. ex. #0b3d5c", "background of the text, e.g. #0b3d5c")]
    public Located<string>? Primary { get; set; }

    [Colour, Means("ornements, p. ex. #e0a526", "ornaments, e.g. #e0a526")]
    public Located<string>? Secondary { get; set; }

    [Colour, Means("texte, p. ex. #ffffff", "text, e.g. #ffffff")]
    public Located<string>? Text { get; set; }
}
