using System.Globalization;
using System.Resources;

namespace IntegrationHub.Cli.Shell;

/// <summary>What the command says, in French and English (Texts.resx, Texts.fr.resx).</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new("IntegrationHub.Cli.Shell.Texts", typeof(Texts).Assembly);

    private static readonly string[] Locales = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <exception cref="KeyNotFoundException">There is no text of that name.</exception>
    public static string Get(string name, params object?[] values)
    {
        var text = Resources.GetString(name, CultureInfo.CurrentUICulture) ?? throw new KeyNotFoundException($"No text '{name}' in Texts.resx.");
        return values.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, values);
    }

    /// <summary>Several texts of one group.</summary>
    public static string[] Of(string group, params string[] names) => Array.ConvertAll(names, name => Get($"{group}.{name}"));

    /// <summary>French where the locale says so, English otherwise: LC_ALL goes before LC_MESSAGES, before LANG.</summary>
    public static CultureInfo Language(Func<string, string?> environment)
    {
        var locale = Locales.Select(environment).FirstOrDefault(value => value is { Length: > 0 });
        return CultureInfo.GetCultureInfo(locale?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true ? "fr-CA" : "en-CA");
    }
}
