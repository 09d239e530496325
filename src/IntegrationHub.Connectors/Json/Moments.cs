using System.Globalization;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Json;

/// <summary>Moments as senders write them; without an offset they are UTC, never the zone of this machine.</summary>
internal static partial class Moments
{
    // A hundred thousand million seconds are the year 5138: what is larger counts milliseconds.
    private const decimal SmallestMilliseconds = 100_000_000_000;
    private const decimal LargestMilliseconds = 253_402_300_799_999;

    /// <summary>ISO 8601, also with a space between date and time, or Unix seconds or milliseconds; null for anything else.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null)
            return null;
        if (Unix().IsMatch(text) && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            var milliseconds = number >= SmallestMilliseconds ? number : number * 1000;
            return milliseconds <= LargestMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
        }

        return
            Iso().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
    }

    [GeneratedRegex(@"^\d{1,15}(\.\d{1,9})?\z")]
    private static partial Regex Unix();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}([T ]|\z)")]
    private static partial Regex Iso();
}
