using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Console.Pictures.Drawing;

/// <summary>A small ornament that comes from the title alone, so that badges of one institution are told apart at a glance.</summary>
internal static class Rosette
{
    private const int Points = 360;

    public static IEnumerable<Mark> Of(string title, double x, double y, double radius, Colour colour, Colour field)
    {
        var draw = SHA256.HashData(Encoding.UTF8.GetBytes(title));
        var petals = 6 + draw[0] % 7;
        var depth = 0.2 + 0.05 * (draw[1] % 4);
        var roundness = 0.5 + 0.5 * (draw[2] % 4);
        var star = 3 + draw[3] % 6;
        var isFlipped = draw[4] % 2 == 0;
        var beads = petals * 3;

        yield return new(new Outline().Circle(x, y, radius).ToString(), colour, 2);
        yield return (draw[5] % 3) switch
        {
            0 => new(Waves(x, y, radius * 0.86, 0.07, petals * 2), colour, 1.3),
            1 => new(Beads(x, y, radius * 0.86, radius * 0.045, beads), colour),
            _ => new(Rays(x, y, radius * 0.8, radius * 0.93, beads), colour, 1.6),
        };
        yield return new(Petals(x, y, radius * 0.74, depth, petals, roundness), colour);
        yield return new(new Outline().Circle(x, y, radius * 0.42).ToString(), field);
        yield return new(Star(x, y, radius * 0.34, star, isFlipped), colour);
    }

    private static string Petals(double x, double y, double radius, double depth, int count, double roundness) =>
        Around(x, y, angle => radius * (1 - depth + depth * Math.Pow(Math.Abs(Math.Cos(angle * count / 2)), roundness)));

    private static string Waves(double x, double y, double radius, double depth, int count) =>
        Around(x, y, angle => radius * (1 + depth * Math.Cos(angle * count)))
        + Around(x, y, angle => radius * (1 - depth * Math.Cos(angle * count)));

    private static string Beads(double x, double y, double radius, double size, int count)
    {
        var outline = new Outline();
        foreach (var (sin, cos) in Directions(count))
            outline.Circle(x + radius * sin, y - radius * cos, size);
        return outline.ToString();
    }

    private static string Rays(double x, double y, double from, double to, int count)
    {
        var outline = new Outline();
        foreach (var (sin, cos) in Directions(count))
            outline.Move(x + from * sin, y - from * cos).Line(x + to * sin, y - to * cos);
        return outline.ToString();
    }

    private static string Star(double x, double y, double radius, int rays, bool isFlipped)
    {
        var outline = new Outline();
        foreach (var (i, (sin, cos)) in Directions(rays * 2).Index())
        {
            var reach = radius * (i % 2 == 0 == isFlipped ? 0.48 : 1);
            _ = i == 0 ? outline.Move(x, y - reach) : outline.Line(x + reach * sin, y - reach * cos);
        }
        return outline.Close().ToString();
    }

    private static string Around(double x, double y, Func<double, double> reach)
    {
        var outline = new Outline();
        for (var i = 0; i < Points; i++)
        {
            var angle = Math.Tau * i / Points;
            var (sin, cos) = Math.SinCos(angle);
            _ = i == 0 ? outline.Move(x, y - reach(angle)) : outline.Line(x + reach(angle) * sin, y - reach(angle) * cos);
        }
        return outline.Close().ToString();
    }

    private static IEnumerable<(double Sin, double Cos)> Directions(int count) =>
        Enumerable.Range(0, count).Select(i => Math.SinCos(Math.Tau * i / count));
}
