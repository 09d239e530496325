using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>Reads typed settings within bounds; what does not fit becomes a fault, and the default stands in.</summary>
internal sealed class SettingReader(IConfiguration section, string prefix, Faults faults)
{
    public int Integer(string key, int otherwise, int least, int most)
    {
        if (section[key] is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        faults.Add($"{prefix}{key} is '{text}'; it must be a whole number from {least} to {most}.");
        return otherwise;
    }

    public TimeSpan Duration(string key, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (section[key] is not { } text)
            return otherwise;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        faults.Add($"{prefix}{key} is '{text}'; it must be a time from {least:c} to {most:c}, written hh:mm:ss.");
        return otherwise;
    }

    public string OneOf(string key, params string[] choices)
    {
        if (section[key] is not { } text)
            return choices[0];
        if (choices.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;
        faults.Add($"{prefix}{key} is '{text}'; it must be one of: {string.Join(", ", choices)}.");
        return choices[0];
    }
}
