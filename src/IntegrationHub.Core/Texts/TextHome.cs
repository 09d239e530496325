using System.Collections;
using System.Globalization;
using System.Resources;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Texts;

/// <summary>
/// One room's texts, in French and English: <c>Texts.resx</c> and <c>Texts.fr.resx</c> in the folder of the room's reader.
/// A text that is not among them is looked up in the home of the room below.
/// </summary>
/// <param name="reader">The room's class that reads the texts; its namespace is their folder.</param>
/// <param name="below">The home of a room that this one may use.</param>
public sealed class TextHome(Type reader, TextHome? below = null)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-CA");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-CA");

    private readonly ResourceManager resources = new($"{reader.Namespace}.Texts", reader.Assembly);

    /// <summary>The culture in which a language's numbers and dates are written here.</summary>
    /// <param name="language">A language tag: French where it starts with <c>fr</c>, English otherwise.</param>
    public static CultureInfo Culture(string language) =>
        language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : English;

    /// <summary>A text in a language, its placeholders filled; a bilingual argument is taken in that language.</summary>
    /// <exception cref="MissingManifestResourceException">There is no text of that key.</exception>
    public string In(string language, string key, params object?[] arguments)
    {
        var culture = Culture(language);
        var text = Find(key, culture) ?? throw new MissingManifestResourceException($"There is no text '{key}'.");
        if (arguments.Length == 0)
            return text;

        return string.Format(
            culture,
            text,
            [.. arguments.Select(argument => argument is BilingualText both ? both.In(language) : argument)]);
    }

    /// <summary>A text in both languages.</summary>
    public BilingualText Both(string key, params object?[] arguments) => new(In("fr", key, arguments), In("en", key, arguments));

    /// <summary>The keys of this room's own texts in a language.</summary>
    public IEnumerable<string> Keys(string language)
    {
        var culture = language == "fr" ? CultureInfo.GetCultureInfo("fr") : CultureInfo.InvariantCulture;
        return resources
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key);
    }

    private string? Find(string key, CultureInfo culture) => resources.GetString(key, culture) ?? below?.Find(key, culture);
}
