namespace IntegrationHub.Console.Pictures.Lettering;

/// <summary>The fonts for all that a title is written in here, from Google's Noto family (SIL Open Font Licence).</summary>
internal static class ShippedFonts
{
    private static readonly ShippedFont[] All =
    [
        new("NotoSans.ttf", pitch: 1.2),
        new("NotoSansCanadianAboriginal.ttf", pitch: 1.3),
        new("NotoSansArabic.ttf", pitch: 1.5),
    ];

    /// <summary>
    /// The font that draws a character: the one in use where it can and the character is of no script, else the first that can.
    /// </summary>
    /// <returns>Where none can, the first font, which draws its box for an unknown character.</returns>
    public static ShippedFont For(int codePoint, bool ofNoScript, ShippedFont? inUse) =>
        ofNoScript && inUse is not null && inUse.Has(codePoint)
            ? inUse
            : Array.Find(All, font => font.Has(codePoint)) ?? inUse ?? All[0];
}
