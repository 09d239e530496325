using System.Globalization;

namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>A text in French and English.</summary>
/// <param name="Fr">The French text.</param>
/// <param name="En">The English text.</param>
public sealed record BilingualText(string Fr, string En)
{
    /// <summary>The text in a language: French for <c>fr</c> and its regions, else English.</summary>
    public string In(string language) => language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? Fr : En;

    /// <summary>The same with <c>{0}</c>, <c>{1}</c>, … filled in.</summary>
    public BilingualText Filled(params object?[] arguments) =>
        new(string.Format(CultureInfo.InvariantCulture, Fr, arguments), string.Format(CultureInfo.InvariantCulture, En, arguments));
}
