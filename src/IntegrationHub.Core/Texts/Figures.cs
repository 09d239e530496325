using System.Globalization;

namespace IntegrationHub.Core.Texts;

/// <summary>
/// Writes scores and thresholds: the one place where such figures become text. A score has two decimals, and more where it would otherwise
/// look like the threshold that it is not; a threshold is written as its file states it.
/// </summary>
public static class Figures
{
    private const int UsualDecimals = 2;
    private const int MostDecimals = 28;

    /// <summary>A threshold, or any other number that a person stated: all its digits.</summary>
    public static string Exact(decimal number, CultureInfo culture) => number.ToString(Format(MostDecimals), culture);

    /// <summary>A score beside a threshold.</summary>
    /// <param name="score">The score.</param>
    /// <param name="threshold">The threshold that is named with it; null where there is none.</param>
    /// <param name="culture">In whose writing.</param>
    public static string Score(decimal score, decimal? threshold, CultureInfo culture)
    {
        var decimals = UsualDecimals;
        while (decimals < MostDecimals && threshold is { } other && other != score && LooksLike(score, other, decimals))
            decimals++;
        return score.ToString(Format(decimals), culture);
    }

    // Not only no equal number: none that reads as reached what is below, or the reverse.
    private static bool LooksLike(decimal score, decimal threshold, int decimals) =>
        Math.Sign(decimal.Parse(score.ToString(Format(decimals), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) - threshold)
            != Math.Sign(score - threshold);

    private static string Format(int decimals) => $"0.{new string('#', decimals)}";
}
