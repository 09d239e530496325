namespace IntegrationHub.Console.Pictures.Lettering;

/// <summary>Breaks pieces into lines.</summary>
internal static class Wrapping
{
    private const double Step = 0.25;

    /// <summary>As few lines as a width allows, then as even as that number of lines can be. Null: more lines than allowed.</summary>
    public static List<(int Start, int End)>? Even(List<Piece> pieces, double width, int mostLines)
    {
        var best = Greedy(pieces, width);
        if (best.Count > mostLines)
            return null;
        for (var narrower = width - Step; narrower >= pieces.Max(piece => piece.Width); narrower -= Step)
        {
            var lines = Greedy(pieces, narrower);
            if (lines.Count > best.Count)
                break;
            best = lines;
        }
        return best;
    }

    private static List<(int Start, int End)> Greedy(List<Piece> pieces, double width)
    {
        var lines = new List<(int Start, int End)>();
        var used = double.PositiveInfinity;
        foreach (var piece in pieces)
            if (used + piece.Gap + piece.Width <= width)
            {
                lines[^1] = (lines[^1].Start, piece.End);
                used += piece.Gap + piece.Width;
            }
            else
            {
                lines.Add((piece.Start, piece.End));
                used = piece.Width;
            }
        return lines;
    }
}
