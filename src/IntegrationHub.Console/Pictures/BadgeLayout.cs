using System.Globalization;
using IntegrationHub.Console.Pictures.Drawing;
using IntegrationHub.Console.Pictures.Lettering;

namespace IntegrationHub.Console.Pictures;

/// <summary>The badge's design: what stands where, once for all renderers.</summary>
internal static class BadgeLayout
{
    /// <summary>Width and height of the picture.</summary>
    public const double Extent = 600;

    private const double Centre = Extent / 2;

    /// <summary>Where the title stands.</summary>
    public static readonly TextBox Title = new(Centre, Middle: 288, Width: 410, Height: 212, MostLines: 4, Largest: 56, Smallest: 20);

    private static readonly TextBox Institution = new(Centre, Middle: 429, Width: 350, Height: 60, MostLines: 2, Largest: 26, Smallest: 15);
    private static readonly TextBox Year = new(Centre, Middle: 505, Width: 110, Height: 50, MostLines: 1, Largest: 32, Smallest: 16);

    public static IReadOnlyList<Mark> Of(BadgeFace face)
    {
        var (field, border, ornament, ink) = Palette.Of(face.Colours);
        return
        [
            new(Hexagon.Around(Centre, Centre, 294, 36), border),
            new(Hexagon.Around(Centre, Centre, 274, 34), Colour.White),
            new(Hexagon.Around(Centre, Centre, 267, 33), field),
            new(Hexagon.Around(Centre, Centre, 252, 31), ornament.MixedWith(field, 0.35), 1.5),
            .. Rosette.Of(TextBox.Clean(face.Title), Centre, 123, 52, ornament, field),
            new(Title.Write(face.Title, face.Language), ink),
            new(Institution.Write(face.Institution, face.Language), ink),
            new(Rule(472), ornament, 2),
            new(Year.Write(face.Year.ToString(CultureInfo.InvariantCulture), face.Language), ink),
        ];
    }

    private static string Rule(double y) => new Outline().Move(Centre - 40, y).Line(Centre + 40, y).ToString();
}
