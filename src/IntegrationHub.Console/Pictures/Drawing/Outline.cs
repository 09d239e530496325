using System.Globalization;
using System.Text;

namespace IntegrationHub.Console.Pictures.Drawing;

/// <summary>Writes SVG path data with two decimals: finer than a pixel at any size a badge is drawn.</summary>
internal sealed class Outline
{
    private readonly StringBuilder _data = new();

    public Outline Move(double x, double y) => Add('M', x, y);

    public Outline Line(double x, double y) => Add('L', x, y);

    public Outline Quad(double controlX, double controlY, double x, double y) => Add('Q', controlX, controlY, x, y);

    public Outline Cubic(double x1, double y1, double x2, double y2, double x, double y) => Add('C', x1, y1, x2, y2, x, y);

    public Outline Close() => Add('Z');

    public Outline Circle(double x, double y, double radius)
    {
        var handle = radius * 0.5522847498;
        return Move(x + radius, y)
            .Cubic(x + radius, y + handle, x + handle, y + radius, x, y + radius)
            .Cubic(x - handle, y + radius, x - radius, y + handle, x - radius, y)
            .Cubic(x - radius, y - handle, x - handle, y - radius, x, y - radius)
            .Cubic(x + handle, y - radius, x + radius, y - handle, x + radius, y)
            .Close();
    }

    public override string ToString() => _data.ToString();

    private Outline Add(char verb, params ReadOnlySpan<double> numbers)
    {
        _data.Append(verb);
        for (var i = 0; i < numbers.Length; i++)
            _data.Append(i == 0 ? "" : " ").Append(Math.Round(numbers[i], 2).ToString("0.##", CultureInfo.InvariantCulture));
        return this;
    }
}
