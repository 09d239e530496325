using System.Globalization;

namespace IntegrationHub.Console.Pictures.Drawing;

/// <summary>An sRGB colour, with the contrast that WCAG 2.2 reckons.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public const double TextContrast = 4.5;
    public const double GraphicContrast = 3;

    public static readonly Colour White = new(255, 255, 255);
    public static readonly Colour Black = new(0, 0, 0);

    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    public static Colour Parse(string text) =>
        text is ['#', .. { Length: 6 } digits]
        && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : throw new FormatException($"“{text}” is not a colour: write it as #rrggbb, e.g. #0b5c8a.");

    public double ContrastWith(Colour other)
    {
        var (light, dark) = Luminance > other.Luminance ? (this, other) : (other, this);
        return (light.Luminance + 0.05) / (dark.Luminance + 0.05);
    }

    /// <summary>This colour where text in it can be read on the field, else white or black, whichever stands out more.</summary>
    public Colour ReadableOn(Colour field) =>
        ContrastWith(field) >= TextContrast ? this
        : White.ContrastWith(field) >= Black.ContrastWith(field) ? White
        : Black;

    /// <summary>This colour with a share of another, from 0 to 1.</summary>
    public Colour MixedWith(Colour other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static byte Mix(byte one, byte other, double share) => (byte)Math.Round(one + (other - one) * share);

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
