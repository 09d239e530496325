namespace IntegrationHub.Console.Pictures.Drawing;

/// <summary>One closed outline of a picture, filled or drawn as a line. Both renderers draw the same marks, in order.</summary>
/// <param name="PathData">The outline as SVG path data, in units of the 600 × 600 picture.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="LineWidth">Width of the line; null: the outline is filled.</param>
internal sealed record Mark(string PathData, Colour Colour, double? LineWidth = null);
