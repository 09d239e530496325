using IntegrationHub.Core.Learners;

namespace IntegrationHub.Core.Erasure;

/// <summary>
/// Whether a text mentions one of some words, as a whole word and in any case. An e-mail address is a whole word where it is not the end of
/// a longer one.
/// </summary>
internal sealed class IdentifierMatcher(IReadOnlyCollection<string> words)
{
    private const string InAddresses = "._-+%'";

    /// <summary>Of one of the identifiers that the SIS gives a learner.</summary>
    public static IdentifierMatcher Of(Learner learner) =>
        new([.. new[] { learner.StudentNumber, learner.PersonId, learner.Email }.OfType<string>()]);

    public bool IsIn(string text) => words.Any(word => IsIn(text, word));

    private static bool IsIn(string text, string word)
    {
        var isAddress = word.Contains('@', StringComparison.Ordinal);
        for (
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            var goesOn = isAddress && end < text.Length && text[end] is ('.' or '-') && IsLetter(text, end + 1);
            var began = isAddress && at > 0 && InAddresses.Contains(text[at - 1], StringComparison.Ordinal);
            if (!IsLetter(text, at - 1) && !IsLetter(text, end) && !began && !goesOn)
                return true;
        }

        return false;
    }

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}
