namespace IntegrationHub.Api;

/// <summary>A text in both languages.</summary>
/// <param name="Fr">In French.</param>
/// <param name="En">In English.</param>
public sealed record LocalizedText(string Fr, string En)
{
    /// <summary>The text in a language: French for <c>fr</c> and its regions, else English.</summary>
    public string In(string language) => language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? Fr : En;
}
