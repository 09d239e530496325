using IntegrationHub.Core.Texts;

namespace IntegrationHub.Console.Shared;

/// <summary>Writes moments as people of an institution read them: in its zone, in their language.</summary>
internal static class Moments
{
    private const char Nbsp = '\u00a0';

    public static string Machine(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset moment, string zone, string language)
    {
        var local = Local(moment, zone);
        var culture = Text.Culture(language);
        if (language != "fr")
            return local.ToString($"MMMM d, yyyy", culture).Replace($" {local.Day},", $"{Nbsp}{local.Day},", StringComparison.Ordinal);
        var first = local.Day == 1 ? "1er" : local.Day.ToString(culture);
        return first + Nbsp + local.ToString($"MMMM", culture) + Nbsp + local.ToString("yyyy", culture);
    }

    public static string Minute(DateTimeOffset moment, string zone, string language) =>
        $"{Day(moment, zone, language)}, {Clock(Local(moment, zone), language)}";

    private static string Clock(DateTimeOffset local, string language) =>
        local.ToString(language == "fr" ? "H' h 'mm" : "h:mm tt", Text.Culture(language)).Replace(' ', Nbsp);

    private static DateTimeOffset Local(DateTimeOffset moment, string zone) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone));
}
