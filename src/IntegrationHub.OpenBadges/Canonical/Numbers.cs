using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>Numbers as text, in the two forms that signatures depend on.</summary>
internal static class Numbers
{
    /// <summary>From here on a whole number counts as a double (JSON-LD 1.1 API, Data Round Tripping).</summary>
    private const double LeastDouble = 1e21;

    /// <exception cref="FormatException">The number does not fit in 64 bits.</exception>
    public static double Read(JsonElement number) => number.GetDouble() is var value && double.IsFinite(value)
        ? value
        : throw new FormatException("The number is too large");

    public static bool IsInteger(double value) => Math.Floor(value) == value && Math.Abs(value) < LeastDouble;

    /// <summary>A whole number without a point or an exponent.</summary>
    public static string Integer(double value) => new BigInteger(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>The canonical form of xsd:double: <c>5.0E-1</c>.</summary>
    public static string Double(double value)
    {
        var text = value.ToString("E15", CultureInfo.InvariantCulture);
        var mantissa = text[..text.IndexOf('E')].TrimEnd('0');
        return $"{mantissa}{(mantissa[^1] == '.' ? "0" : "")}E{int.Parse(text[(text.IndexOf('E') + 1)..], CultureInfo.InvariantCulture)}";
    }

    /// <summary>As ECMAScript writes it, which canonical JSON prescribes.</summary>
    public static string EcmaScript(double value)
    {
        if (value == 0)
            return "0";
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var digits = shortest[0].Replace(".", "", StringComparison.Ordinal).Trim('0');
        var exponent = shortest.Length > 1 ? int.Parse(shortest[1], CultureInfo.InvariantCulture) : FirstDigit(shortest[0]);
        return (value < 0 ? "-" : "") + Placed(digits, exponent);
    }

    /// <summary>The power of ten of the first digit that counts.</summary>
    private static int FirstDigit(string text)
    {
        var point = text.IndexOf('.') is var at and >= 0 ? at : text.Length;
        var first = text.AsSpan().IndexOfAnyExcept('0', '.');
        return first < point ? point - 1 - first : point - first;
    }

    private static string Placed(string digits, int exponent) => exponent switch
    {
        >= 21 or < -6 => $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent < 0 ? "" : "+")}{exponent}",
        < 0 => $"0.{new string('0', -exponent - 1)}{digits}",
        _ when digits.Length <= exponent + 1 => digits.PadRight(exponent + 1, '0'),
        _ => $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
    };
}
