using System.Text.RegularExpressions;
using IntegrationHub.Testing;

namespace IntegrationHub.EndToEnd.Package;

/// <summary>The sample settings with some values changed, comments and all, as a person would in an editor.</summary>
internal static class SampleSettings
{
    /// <exception cref="InvalidOperationException">The sample has no such setting.</exception>
    public static string Adapted(IReadOnlyDictionary<string, string> changes)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json"));
        foreach (var (name, value) in changes)
        {
            var line = new Regex($"""^(\s*"{Regex.Escape(name)}": ).*?(,?)$""", RegexOptions.Multiline);
            if (line.Count(text) != 1)
                throw new InvalidOperationException($"local.settings.sample.json has no setting {name}.");
            text = line.Replace(text, match => $"{match.Groups[1].Value}\"{value}\"{match.Groups[2].Value}");
        }

        return text;
    }
}
