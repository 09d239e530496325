using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Console.Pictures.Drawing;

/// <summary>What the institution's colours come to on a badge.</summary>
/// <param name="Field">The ground below the text.</param>
/// <param name="Border">The border.</param>
/// <param name="Ornament">The secondary colour where it stands out from the field as a graphic must (3:1), else that of the text.</param>
/// <param name="Ink">The colour of the text; white or black where the institution's could not be read on the field (4.5:1).</param>
internal sealed record Palette(Colour Field, Colour Border, Colour Ornament, Colour Ink)
{
    public static Palette Of(Colours colours)
    {
        var (field, border) = (Colour.Parse(colours.Primary), Colour.Parse(colours.Secondary));
        var ink = Colour.Parse(colours.Text).ReadableOn(field);
        return new(field, border, border.ContrastWith(field) >= Colour.GraphicContrast ? border : ink, ink);
    }
}
