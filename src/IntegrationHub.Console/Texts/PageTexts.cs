using IntegrationHub.Core.Texts;

namespace IntegrationHub.Console.Texts;

/// <summary>The texts of the pages; what the Core composes is found below them.</summary>
public static class PageTexts
{
    /// <summary>The Console's texts.</summary>
    public static TextHome Home { get; } = new(typeof(PageTexts), Text.Home);

    /// <inheritdoc cref="TextHome.In"/>
    public static string In(string language, string key, params object?[] arguments) => Home.In(language, key, arguments);
}
