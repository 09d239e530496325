using IntegrationHub.Console.Pictures.Drawing;

namespace IntegrationHub.Console.Pictures;

/// <summary>An institution's colours, each <c>#rrggbb</c>.</summary>
/// <param name="Primary">The field of the badge.</param>
/// <param name="Secondary">Border and ornament.</param>
/// <param name="Text">Text on the field; white or black is taken instead where it cannot be read there (contrast under 4.5:1, WCAG 2.2 criterion 1.4.3).</param>
/// <exception cref="FormatException">A colour is not <c>#rrggbb</c>.</exception>
public sealed record BadgeColours(string Primary, string Secondary, string Text)
{
    /// <summary>The field of the badge.</summary>
    public string Primary { get; init => field = Checked(value); } = Checked(Primary);

    /// <summary>Border and ornament.</summary>
    public string Secondary { get; init => field = Checked(value); } = Checked(Secondary);

    /// <summary>Text on the field, where it can be read there.</summary>
    public string Text { get; init => field = Checked(value); } = Checked(Text);

    internal Colour Field => Colour.Parse(Primary);

    internal Colour Border => Colour.Parse(Secondary);

    internal Colour Ink => Colour.Parse(Text).ReadableOn(Field);

    /// <summary>The secondary colour where it stands out from the field as a graphic must (3:1), else that of the text.</summary>
    internal Colour Ornament => Border.ContrastWith(Field) >= Colour.GraphicContrast ? Border : Ink;

    private static string Checked(string colour) => Colour.Parse(colour).ToString();
}
