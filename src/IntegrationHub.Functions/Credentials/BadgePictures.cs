using System.Text;
using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Console.Pictures;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.Model;
using Microsoft.Extensions.Caching.Memory;

namespace IntegrationHub.Functions.Credentials;

/// <summary>
/// The pictures of badges: generated, or uploaded to the catalogue; plain, or with the credential baked in. Anybody may ask for them, so
/// the drawn ones are kept, within bounds.
/// </summary>
public sealed class BadgePictures(TimeProvider time) : IDisposable
{
    private const int FirstYear = 2000;
    private const long MostBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache _drawn = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>The PNG of a credential, as its signed document names it.</summary>
    public byte[] BakedPng(CredentialView view) => PngBaking.Bake(Png(view.MicroCredential, Face(view)), Json(view));

    /// <summary>The SVG of a credential, as its signed document names it.</summary>
    public byte[] BakedSvg(CredentialView view) => SvgBaking.Bake(Svg(view.MicroCredential, Face(view)), Json(view));

    /// <summary>A picture without a credential in it; null where there is no such.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="code">Code of the micro-credential.</param>
    /// <param name="year">The year that it shows: from 2000 to the one that comes.</param>
    /// <param name="file">The language and the format: <c>fr.png</c>, <c>en.svg</c>.</param>
    public Picture? Plain(Institution institution, string code, int year, string file)
    {
        if (institution.MicroCredentials.GetValueOrDefault(code) is not { } entry || year < FirstYear || year > time.GetUtcNow().Year + 1)
            return null;
        return file.Split('.') switch
        {
            [("fr" or "en") and var language, "png"] => new(Png(entry, Face(institution, entry, year, language)), Picture.Png),
            [("fr" or "en") and var language, "svg"] => new(Svg(entry, Face(institution, entry, year, language)), Picture.Svg),
            _ => null,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _drawn.Dispose();

    private static byte[] Json(CredentialView view) => Encoding.UTF8.GetBytes(view.Credential.Documents!.Json);

    private ReadOnlyMemory<byte> Png(MicroCredential? entry, BadgeFace face) =>
        entry?.Badge?.Image is { MediaType: Picture.Png } uploaded
            ? uploaded.Content
            : Drawn((face, Picture.Png), () => BadgePicture.Png(face));

    private ReadOnlyMemory<byte> Svg(MicroCredential? entry, BadgeFace face) =>
        entry?.Badge?.Image is { MediaType: Picture.Svg } uploaded
            ? uploaded.Content
            : Drawn((face, Picture.Svg), () => BadgePicture.Svg(face));

    private byte[] Drawn((BadgeFace, string) key, Func<byte[]> draw)
    {
        if (_drawn.TryGetValue(key, out byte[]? known))
            return known!;
        var drawn = draw();
        return _drawn.Set(key, drawn, new MemoryCacheEntryOptions { Size = drawn.Length, SlidingExpiration = Kept });
    }

    /// <summary>The words of the signed document, which stay when the catalogue changes.</summary>
    private static BadgeFace Face(CredentialView view)
    {
        var signed = CredentialJson.ReadAchievement(Json(view));
        var achievement = signed.CredentialSubject.Achievement;
        return new(
            achievement.Name,
            signed.Issuer.Name ?? view.Institution.Name.In(view.Credential.Holder!.Language),
            CredentialMapping.YearOf(view.Institution, view.Credential.Awarded),
            view.Institution.Issuer?.Colours ?? new(),
            achievement.InLanguage ?? view.Credential.Holder!.Language);
    }

    private static BadgeFace Face(Institution institution, MicroCredential entry, int year, string language) => new(
        entry.Summary.Title.In(language),
        institution.Name.In(language),
        year,
        institution.Issuer?.Colours ?? new(),
        language);
}
