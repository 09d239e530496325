using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Core;

namespace IntegrationHub.Connectors.Json;

/// <summary>A moment as a sender writes it.</summary>
/// <param name="At">The moment, where no offset is stated as if that were UTC's: so it stands in the identity of an event.</param>
/// <param name="IsLocal">Whether no offset is stated.</param>
internal readonly record struct StatedMoment(DateTimeOffset At, bool IsLocal)
{
    /// <summary>The moment that is meant, where times without an offset are those of a zone.</summary>
    public DateTimeOffset In(TimeZoneInfo zone) => IsLocal ? zone.MomentOf(At.UtcDateTime) : At;
}

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

    /// <summary>Reads what <see cref="Parse"/> does, and says whether an offset is stated; Unix time is UTC.</summary>
    public static StatedMoment? Read(string? text) =>
        Parse(text) is { } at ? new(at, Iso().IsMatch(text!) && !Offset().IsMatch(text!)) : null;

    [GeneratedRegex(@"[T ].*(Z|GMT|UTC|[+-]\d{2}(:?\d{2})?)\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Offset();

    [GeneratedRegex(@"^\d{1,15}(\.\d{1,9})?\z")]
    private static partial Regex Unix();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}([T ]|\z)")]
    private static partial Regex Iso();
}
