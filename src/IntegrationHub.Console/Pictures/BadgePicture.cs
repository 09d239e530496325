using IntegrationHub.Console.Pictures.Drawing;
using IntegrationHub.Console.Pictures.Lettering;
using IntegrationHub.Console.Texts;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Console.Pictures;

/// <summary>
/// Draws the badge of a micro-credential that has no design of its own. The same face gives the same bytes. Text is drawn as outlines of
/// shipped fonts (Latin, Canadian syllabics, Arabic), so that it looks the same everywhere; a character that none of them has is drawn as a
/// box.
/// </summary>
public static class BadgePicture
{
    /// <summary>Smallest width and height of a PNG, in pixels.</summary>
    public const int SmallestSize = 32;

    /// <summary>Largest width and height of a PNG, in pixels.</summary>
    public const int LargestSize = 2048;

    /// <summary>The badge as SVG, in UTF-8.</summary>
    /// <exception cref="FormatException">A colour is not <c>#rrggbb</c>.</exception>
    public static byte[] Svg(BadgeFace face)
    {
        var (title, institution) = (TextBox.Clean(face.Title), TextBox.Clean(face.Institution));
        var description = PageTexts.In(face.Language, "picture.badge", title, institution, face.Year);
        return SvgPainter.Paint(
            BadgeLayout.Of(face),
            BadgeLayout.Extent,
            new(title, face.Language, description, Text.Culture(face.Language).TwoLetterISOLanguageName));
    }

    /// <summary>The badge as PNG on a transparent ground.</summary>
    /// <param name="face">What it shows.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is under <see cref="SmallestSize"/> or over
    /// <see cref="LargestSize"/>.</exception>
    /// <exception cref="FormatException">A colour is not <c>#rrggbb</c>.</exception>
    public static byte[] Png(BadgeFace face, int size = 600)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, SmallestSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestSize);
        return PngPainter.Paint(BadgeLayout.Of(face), BadgeLayout.Extent, size);
    }
}
