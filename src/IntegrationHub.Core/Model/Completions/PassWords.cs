using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Model.Completions;

/// <summary>Words for pass and fail, as senders and people write them in either language.</summary>
public static class PassWords
{
    private static readonly HashSet<string> Pass = Words("words.pass");
    private static readonly HashSet<string> Fail = Words("words.fail");

    /// <summary>Whether a word says pass; null where it is none of these.</summary>
    public static bool? Read(string? word) => word?.Trim() switch
    {
        null => null,
        var said when Pass.Contains(said) => true,
        var said when Fail.Contains(said) => false,
        _ => null,
    };

    private static HashSet<string> Words(string key) => new(
        $"{Text.In("en", key)} {Text.In("fr", key)}".Split(' '),
        StringComparer.OrdinalIgnoreCase);
}
