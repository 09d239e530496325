namespace IntegrationHub.Core.Model.Completions;

/// <summary>Words for pass and fail, as senders and people write them in English and in French.</summary>
public static class PassWords
{
    private static readonly HashSet<string> Pass = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "1", "yes", "pass", "passed",
        "vrai", "oui", "réussi", "réussie", "réussite", "reussi", "reussie", "reussite", "succès", "succes",
    };

    private static readonly HashSet<string> Fail = new(StringComparer.OrdinalIgnoreCase)
    {
        "false", "0", "no", "fail", "failed",
        "faux", "non", "échoué", "échouée", "échec", "echoue", "echouee", "echec",
    };

    /// <summary>Whether a word says pass; null where it is none of these.</summary>
    public static bool? Read(string? word) => word?.Trim() switch
    {
        null => null,
        var said when Pass.Contains(said) => true,
        var said when Fail.Contains(said) => false,
        _ => null,
    };
}
