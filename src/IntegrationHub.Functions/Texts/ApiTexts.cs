using IntegrationHub.Console.Texts;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Functions.Texts;

/// <summary>The texts that answer programs: the HTTP API and the webhooks. A verification reads as on the Console's pages.</summary>
public static class ApiTexts
{
    /// <summary>The texts of the API.</summary>
    public static TextHome Home { get; } = new(typeof(ApiTexts), PageTexts.Home);

    /// <inheritdoc cref="TextHome.In"/>
    public static string In(string language, string key, params object?[] arguments) => Home.In(language, key, arguments);
}
