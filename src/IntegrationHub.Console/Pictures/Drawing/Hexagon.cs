namespace IntegrationHub.Console.Pictures.Drawing;

/// <summary>A hexagon that stands on a corner, with rounded corners.</summary>
internal static class Hexagon
{
    public static string Around(double x, double y, double radius, double rounding)
    {
        var corners = Enumerable.Range(0, 6).Select(i => Corner(x, y, radius, i)).ToArray();
        var share = rounding / radius;
        var outline = new Outline();
        for (var i = 0; i < corners.Length; i++)
        {
            var (corner, before, after) = (corners[i], corners[(i + 5) % 6], corners[(i + 1) % 6]);
            var (fromX, fromY) = Towards(corner, before, share);
            var (toX, toY) = Towards(corner, after, share);
            _ = i == 0 ? outline.Move(fromX, fromY) : outline.Line(fromX, fromY);
            outline.Quad(corner.X, corner.Y, toX, toY);
        }
        return outline.Close().ToString();
    }

    private static (double X, double Y) Corner(double x, double y, double radius, int index)
    {
        var (sin, cos) = Math.SinCos(Math.PI / 3 * index);
        return (x + radius * sin, y - radius * cos);
    }

    private static (double X, double Y) Towards((double X, double Y) from, (double X, double Y) to, double share) =>
        (from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);
}
