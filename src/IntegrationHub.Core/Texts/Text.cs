using System.Globalization;
using System.Resources;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Texts;

/// <summary>
/// The texts that the Core composes itself, or that several rooms show: rules, notices, emails, attention items, sources.
/// </summary>
public static class Text
{
    /// <summary>The Core's texts, below every other room's.</summary>
    public static TextHome Home { get; } = new(typeof(Text));

    /// <inheritdoc cref="TextHome.Culture"/>
    public static CultureInfo Culture(string language) => TextHome.Culture(language);

    /// <inheritdoc cref="TextHome.In"/>
    /// <exception cref="MissingManifestResourceException">There is no text of that key.</exception>
    public static string In(string language, string key, params object?[] arguments) => Home.In(language, key, arguments);

    /// <inheritdoc cref="TextHome.Both"/>
    public static BilingualText Both(string key, params object?[] arguments) => Home.Both(key, arguments);

    /// <summary>Both languages of what a function says in one.</summary>
    public static BilingualText Each(Func<string, string> say) => new(say("fr"), say("en"));

    /// <inheritdoc cref="TextHome.Keys"/>
    public static IEnumerable<string> Keys(string language) => Home.Keys(language);
}
