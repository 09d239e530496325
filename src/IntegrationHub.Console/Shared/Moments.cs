using IntegrationHub.Core.Texts;

namespace IntegrationHub.Console.Shared;

/// <summary>Writes moments as people of an institution read them: in its zone, in their language.</summary>
internal static class Moments
{
    private const char Nbsp = '\u00a0';

    public static string Machine(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset moment, string zone, string language) =>
        Day(DateOnly.FromDateTime(Local(moment, zone).DateTime), language);

    public static string Day(DateOnly day, string language)
    {
        var culture = Text.Culture(language);
        if (language != "fr")
            return day.ToString($"MMMM d, yyyy", culture).Replace($" {day.Day},", $"{Nbsp}{day.Day},", StringComparison.Ordinal);
        var first = day.Day == 1 ? "1er" : day.Day.ToString(culture);
        return first + Nbsp + day.ToString($"MMMM", culture) + Nbsp + day.ToString("yyyy", culture);
    }

    public static string Minute(DateTimeOffset moment, string zone, string language) =>
        $"{Day(moment, zone, language)}, {Clock(Local(moment, zone), language)}";

    private static string Clock(DateTimeOffset local, string language) =>
        local.ToString(language == "fr" ? "H' h 'mm" : "h:mm tt", Text.Culture(language)).Replace(' ', Nbsp);

    private static DateTimeOffset Local(DateTimeOffset moment, string zone) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone));
}
