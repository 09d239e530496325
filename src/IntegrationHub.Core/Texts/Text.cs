using System.Globalization;
using System.Resources;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Texts;

/// <summary>Every text that the hub shows to a person, in French and English: <c>Texts.resx</c> and <c>Texts.fr.resx</c>.</summary>
public static class Text
{
    private static readonly ResourceManager Resources = new("IntegrationHub.Core.Texts.Texts", typeof(Text).Assembly);
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-CA");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-CA");

    /// <summary>The culture in which a language's numbers and dates are written here.</summary>
    public static CultureInfo Culture(string language) =>
        language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : English;

    /// <summary>A text in a language.</summary>
    /// <exception cref="MissingManifestResourceException">There is no text of that key.</exception>
    public static string In(string language, string key, params object?[] arguments)
    {
        var culture = Culture(language);
        var text = Resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"There is no text '{key}'.");
        var inLanguage = arguments.Select(argument => argument is BilingualText both ? both.In(language) : argument).ToArray();
        return arguments.Length == 0 ? text : string.Format(culture, text, inLanguage);
    }

    /// <summary>A text in both languages.</summary>
    public static BilingualText Both(string key, params object?[] arguments) => Each(language => In(language, key, arguments));

    /// <summary>Both languages of what a function says in one.</summary>
    public static BilingualText Each(Func<string, string> say) => new(say("fr"), say("en"));

    /// <summary>All keys, for the test that holds the two languages together.</summary>
    public static IEnumerable<string> Keys(string language)
    {
        var set = Resources.GetResourceSet(language == "fr" ? CultureInfo.GetCultureInfo("fr") : CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false);
        return set!.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key);
    }
}
