using System.Globalization;
using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.Pages;

/// <summary>The language of a page: every text is written in both, side by side.</summary>
internal sealed class Tongue(string? lang)
{
    public string Code { get; } = lang == "en" ? "en" : "fr";

    public string this[string fr, string en] => Code == "fr" ? fr : en;

    public string this[Bilingual text] => text.In(Code);

    /// <summary>A time as people at the college read it.</summary>
    public static string Time(DateTimeOffset? time, CampusData campus) =>
        time is { } known
            ? TimeZoneInfo
                .ConvertTime(known, TimeZoneInfo.FindSystemTimeZoneById(campus.Institution.TimeZone))
                .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : "–";
}
