using System.Globalization;
using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Mapping;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>What an institution must say to issue its own credentials, beyond the shape.</summary>
internal static class IssuerRules
{
    private const double LowestContrast = 4.5;

    public static void Check(InstitutionDraft draft, FaultList faults)
    {
        if (draft.IssuesItself && draft.Main is { Issuer: null, Connections.Badges.Kind: { } kind })
            faults.Add(
                kind.Place,
                "issuer-missing",
                new(
                    "Le carrefour émet les insignes, mais l’établissement n’a pas d’émetteur.",
                    "The hub issues the badges, but the institution has no issuer."),
                new(
                    "Ajoutez «\u00a0issuer\u00a0» avec did, url, ed25519 et rsa; «\u00a0./hub keys new\u00a0» crée les clés.",
                    "Add “issuer” with did, url, ed25519 and rsa; “./hub keys new” creates the keys."));
        if (draft.Main?.Issuer is not { } issuer)
            return;
        foreach (var key in issuer.Previous ?? [])
            CheckPrevious(key, faults);
        PictureRules.Check(draft, draft.MainFile, issuer.Logo, faults);
        if (issuer.Colours is { } colours)
            CheckContrast(colours, faults);
    }

    private static void CheckPrevious(PreviousKeyShape key, FaultList faults)
    {
        if (key.Multikey is null == key.Jwk is null)
            faults.Add(
                key.Place,
                "previous-key",
                new(
                    "Une clé antérieure est soit «\u00a0multikey\u00a0», soit «\u00a0jwk\u00a0».",
                    "A previous key is either “multikey” or “jwk”."),
                new("Gardez-en une par entrée. Utilisez deux entrées pour deux clés.", "Keep one per entry. Use two entries for two keys.")
            );
    }

    private static void CheckContrast(ColoursShape shape, FaultList faults)
    {
        var colours = CredentialToCore.Colours(shape);
        var syntax = new ColourAttribute();
        if (!syntax.Accepts(colours.Primary)
            || !syntax.Accepts(colours.Text)
            || Contrast(colours.Primary, colours.Text) is not (< LowestContrast and var contrast))
            return;
        BilingualText ratio = new(
            contrast.ToString("0.0", CultureInfo.GetCultureInfo("fr-CA")),
            contrast.ToString("0.0", CultureInfo.InvariantCulture));
        faults.Add(
            (shape.Text ?? shape.Primary)!.Place,
            "contrast",
            new(
                $"Le texte {colours.Text} se lit mal sur {colours.Primary}\u00a0: le contraste est de {ratio.Fr} à 1.",
                $"The text {colours.Text} is hard to read on {colours.Primary}: the contrast is {ratio.En} to 1."),
            new(
                "Prenez des couleurs dont le contraste est d’au moins 4,5 à 1 (WCAG 2).",
                "Use colours with a contrast of at least 4.5 to 1 (WCAG 2)."));
    }

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
