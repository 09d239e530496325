using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Connectors.Texts;

/// <summary>The texts that connectors write: cards, credentials, learner records. What the Core composes is found below them.</summary>
public static class ConnectorTexts
{
    /// <summary>The Connectors' texts.</summary>
    public static TextHome Home { get; } = new(typeof(ConnectorTexts), Text.Home);

    /// <inheritdoc cref="TextHome.In"/>
    public static string In(string language, string key, params object?[] arguments) => Home.In(language, key, arguments);

    /// <inheritdoc cref="TextHome.Both"/>
    public static BilingualText Both(string key, params object?[] arguments) => Home.Both(key, arguments);
}
