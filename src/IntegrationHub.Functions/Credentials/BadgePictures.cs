using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Console.Pictures;
using IntegrationHub.Core.Credentials;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.MicroCredentials;
using IntegrationHub.OpenBadges.Baking;

namespace IntegrationHub.Functions;

/// <summary>The pictures of badges: generated from the catalogue, or uploaded; plain, or with the credential baked in.</summary>
public static class BadgePictures
{
    /// <summary>The PNG of a credential.</summary>
    public static byte[] BakedPng(CredentialView view) => PngBaking.Bake(Png(view.MicroCredential, Face(view)), Json(view));

    /// <summary>The SVG of a credential.</summary>
    public static byte[] BakedSvg(CredentialView view) => SvgBaking.Bake(Svg(view.MicroCredential, Face(view)), Json(view));

    /// <summary>A picture without a credential in it; null where there is no such.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="code">Code of the micro-credential.</param>
    /// <param name="year">The year that it shows.</param>
    /// <param name="file">The language and the format: <c>fr.png</c>, <c>en.svg</c>.</param>
    public static Picture? Plain(Institution institution, string code, int year, string file)
    {
        if (institution.MicroCredentials.GetValueOrDefault(code) is not { } microCredential || year is < 2000 or > 2999)
            return null;
        return file.Split('.') switch
        {
            [("fr" or "en") and var language, "png"] => new(Png(microCredential, Face(institution, microCredential.Summary.Title.In(language), year, language)), Picture.Png),
            [("fr" or "en") and var language, "svg"] => new(Svg(microCredential, Face(institution, microCredential.Summary.Title.In(language), year, language)), Picture.Svg),
            _ => null,
        };
    }

    private static byte[] Json(CredentialView view) => Encoding.UTF8.GetBytes(view.Credential.Documents!.Json);

    private static ReadOnlyMemory<byte> Png(MicroCredential? microCredential, BadgeFace face) =>
        microCredential?.Badge?.Image is { MediaType: Picture.Png } uploaded ? uploaded.Content : BadgePicture.Png(face);

    private static ReadOnlyMemory<byte> Svg(MicroCredential? microCredential, BadgeFace face) =>
        microCredential?.Badge?.Image is { MediaType: Picture.Svg } uploaded ? uploaded.Content : BadgePicture.Svg(face);

    private static BadgeFace Face(CredentialView view)
    {
        var language = view.Credential.Holder!.Language;
        var title = view.MicroCredential?.Summary.Title.In(language) ?? TitleOf(view.Credential.Documents!);
        return Face(view.Institution, title, CredentialMapping.YearOf(view.Institution, view.Credential.Awarded), language);
    }

    /// <summary>The title that the credential was signed with: the catalogue may have the micro-credential no more.</summary>
    private static string TitleOf(SignedDocuments documents) =>
        JsonElement.Parse(documents.Json).GetProperty("credentialSubject").GetProperty("achievement").GetProperty("name").GetString()!;

    private static BadgeFace Face(Institution institution, string title, int year, string language)
    {
        var colours = institution.Issuer?.Colours ?? new();
        return new(
            title,
            institution.Name.In(language),
            year,
            colours,
            language);
    }
}
