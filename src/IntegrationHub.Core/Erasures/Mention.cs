namespace IntegrationHub.Core.Erasures;

/// <summary>Whether a text mentions one of some words, as a whole word and in any case.</summary>
internal sealed class Mention(IReadOnlyCollection<string> words)
{
    public bool IsIn(string text) => words.Any(word => IsIn(text, word));

    private static bool IsIn(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!IsLetter(text, at - 1) && !IsLetter(text, at + word.Length))
                return true;
        }

        return false;
    }

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}
