using System.Globalization;
using System.Resources;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Cli.Shell;

/// <summary>What the command says, in French and English (Texts.resx, Texts.fr.resx).</summary>
internal static class Texts
{
    private static readonly string[] Locales = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The command's texts; what the Core composes is found below them.</summary>
    public static TextHome Home { get; } = new(typeof(Texts), Text.Home);

    /// <summary>A text in the language of the terminal.</summary>
    /// <exception cref="MissingManifestResourceException">There is no text of that name.</exception>
    public static string Get(string name, params object?[] values) => Home.In(CultureInfo.CurrentUICulture.Name, name, values);

    /// <summary>Several texts of one group.</summary>
    public static string[] Of(string group, params string[] names) => Array.ConvertAll(names, name => Get($"{group}.{name}"));

    /// <summary>French where the locale says so, English otherwise: LC_ALL goes before LC_MESSAGES, before LANG.</summary>
    public static CultureInfo Language(Func<string, string?> environment)
    {
        var locale = Locales.Select(environment).FirstOrDefault(value => value is { Length: > 0 });
        return CultureInfo.GetCultureInfo(locale?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true ? "fr-CA" : "en-CA");
    }
}
