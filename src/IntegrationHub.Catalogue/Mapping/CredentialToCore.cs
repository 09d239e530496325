using IntegrationHub.Catalogue.Pictures;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Mapping;

/// <summary>Turns what credentials are made of into Core's types.</summary>
internal sealed class CredentialToCore(IReadOnlyDictionary<string, PictureFile> pictures)
{
    public Issuer Issuer(string file, IssuerShape shape) => new()
    {
        Did = shape.Did!.Value,
        Url = new(shape.Url!.Value),
        Email = shape.Email?.Value,
        Ed25519 = shape.Ed25519!.Value,
        Rsa = shape.Rsa!.Value,
        Previous = [.. (shape.Previous ?? []).Select(key => new PreviousKey(key.Multikey?.Value, key.Jwk?.Value))],
        LinkedInOrganization = shape.LinkedInOrganization?.Value,
        Colours = Colours(shape.Colours),
        Logo = Picture(file, shape.Logo),
    };

    public BadgeDesign Badge(string file, BadgeShape shape) => new()
    {
        Class = shape.Class?.Value,
        Image = Picture(file, shape.Image),
        AchievementType = shape.AchievementType?.Value ?? BadgeDesign.MicroCredential,
        Tags = [.. (shape.Tags ?? []).Select(tag => tag.Value)],
        FieldOfStudy = ToCore.Optional(shape.FieldOfStudy),
    };

    public static LearningOutcome Outcome(LearningOutcomeShape shape) =>
        new(ToCore.Text(shape), [.. (shape.Alignments ?? []).Select(Alignment)]);

    public static QualityBody Quality(QualityShape shape) => new(ToCore.Text(shape), shape.Url is { } url ? new(url.Value) : null);

    public static Colours Colours(ColoursShape? shape)
    {
        var usual = new Colours();
        return new(shape?.Primary?.Value ?? usual.Primary, shape?.Secondary?.Value ?? usual.Secondary, shape?.Text?.Value ?? usual.Text);
    }

    private static Alignment Alignment(AlignmentShape shape) =>
        new(shape.Framework!.Value, shape.Code?.Value, ToCore.Text(shape.Name!), new(shape.Url!.Value));

    private Picture? Picture(string file, Located<string>? name) =>
        name is null ? null : pictures[PictureFile.Path(file, name.Value)].ToCore(name.Value);
}
