namespace IntegrationHub.Console.Pictures.Lettering;

/// <summary>A stretch of a text drawn in one font and one direction.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">Its number of characters.</param>
/// <param name="Font">Its font.</param>
/// <param name="Level">Its embedding level: even from left to right, odd from right to left.</param>
internal readonly record struct Stretch(int Start, int Length, ShippedFont Font, int Level)
{
    public bool IsRightToLeft => Level % 2 == 1;

    /// <summary>Puts a line's stretches in the order in which they stand from left to right (UAX #9, rule L2).</summary>
    public static void Reorder(List<Stretch> line)
    {
        for (var level = line.Count == 0 ? 0 : line.Max(stretch => stretch.Level); level > 0; level--)
            for (var start = 0; start < line.Count; start++)
            {
                var end = start;
                while (end < line.Count && line[end].Level >= level)
                    end++;
                line.Reverse(start, end - start);
                start = end;
            }
    }
}
