using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>How a micro-credential is shown as a badge; <c>{}</c> is enough where the hub itself issues.</summary>
internal sealed class BadgeShape : Shape
{
    [BadgeClassMeans("identifiant de l’insigne sur la plateforme", "the platform’s id of the badge")]
    public Located<string>? Class { get; set; }

    [
        PicturePath,
        Means(
            "image qui remplace le dessin produit\u00a0: un PNG ou un SVG à côté de ce fichier, d’au plus 512 Ko",
            "picture that replaces the generated design: a PNG or SVG beside this file, of at most 512 KB")
    ]
    public Located<string>? Image { get; set; }

    [
        AchievementType,
        Means(
            "type de réalisation d’Open Badges 3.0 (MicroCredential si absent), ou ext:…",
            "achievement type of Open Badges 3.0 (MicroCredential if absent), or ext:…")
    ]
    public Located<string>? AchievementType { get; set; }

    [Tag, Means("mots-clés", "keywords")]
    public List<Located<string>>? Tags { get; set; }

    [Means("domaine d’études", "field of study")]
    public TextShape? FieldOfStudy { get; set; }
}
