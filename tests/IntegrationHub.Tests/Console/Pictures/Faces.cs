using IntegrationHub.Console.Pictures;
using IntegrationHub.Core.Model.Institutions;
using SkiaSharp;

namespace IntegrationHub.Tests.Console.Pictures;

internal static class Faces
{
    public const string French = "Traitement de l’eau potable en petite collectivité";
    public const string Syllabics = "ᐃᓄᒃᑎᑐᑦ ᐅᖃᐅᓯᖅ";
    public const string Arabic = "معالجة مياه الشرب";

    public static readonly Colours Blue = new("#0b5c8a", "#f2b134", "#ffffff");

    public static BadgeFace Titled(string title, string language = "fr") => new(title, "Collège du Lac-Nord", 2026, Blue, language);

    public static SKBitmap Pixels(BadgeFace face) => SKBitmap.Decode(BadgePicture.Png(face));

    /// <summary>Where two pictures of the same size differ, within a frame; the ornament lies above it.</summary>
    public static List<SKPointI> Ink(SKBitmap picture, SKBitmap without, SKRectI frame)
    {
        var ink = new List<SKPointI>();
        for (var y = frame.Top; y < frame.Bottom; y++)
            for (var x = frame.Left; x < frame.Right; x++)
                if (picture.GetPixel(x, y) != without.GetPixel(x, y))
                    ink.Add(new(x, y));
        return ink;
    }

    /// <summary>All of the picture below the ornament.</summary>
    public static SKRectI BelowOrnament => new(0, 178, 600, 600);
}
