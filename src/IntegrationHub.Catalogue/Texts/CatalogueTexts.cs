using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Catalogue.Texts;

/// <summary>The texts of the catalogue's exports; what the Core composes is found below them.</summary>
public static class CatalogueTexts
{
    /// <summary>The Catalogue's texts.</summary>
    public static TextHome Home { get; } = new(typeof(CatalogueTexts), Text.Home);

    /// <inheritdoc cref="TextHome.In"/>
    public static string In(string language, string key, params object?[] arguments) => Home.In(language, key, arguments);

    /// <inheritdoc cref="TextHome.Both"/>
    public static BilingualText Both(string key, params object?[] arguments) => Home.Both(key, arguments);
}
