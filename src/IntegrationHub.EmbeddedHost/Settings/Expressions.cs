using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>Replaces <c>%Name%</c> by the setting <c>Name</c>.</summary>
internal sealed partial class Expressions(IConfiguration configuration, Faults faults)
{
    /// <param name="text">The text as written in the attribute.</param>
    /// <param name="function">For the fault when a setting is missing.</param>
    public string Resolve(string text, string function) => Expression().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        var value = configuration[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)];
        if (!string.IsNullOrEmpty(value))
            return value;
        faults.Add($"{function}: '{text}' names the setting '{name}', which is not set.");
        return match.Value;
    });

    [GeneratedRegex("%(?<name>[^%]+)%")]
    private static partial Regex Expression();
}
