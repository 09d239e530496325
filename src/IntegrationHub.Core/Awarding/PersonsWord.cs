using System.Globalization;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Awarding;

/// <summary>Reads what a person types in place of what is doubtful.</summary>
internal static class PersonsWord
{
    /// <summary>What the word makes of a completion; null where it cannot be read, or cannot be.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="asks">What was asked.</param>
    /// <param name="institution">Whose days count.</param>
    /// <param name="now">The present moment.</param>
    public static Func<Completion, Completion>? Read(string? typed, CommandInput asks, Institution institution, DateTimeOffset now)
    {
        var word = typed?.Trim() ?? "";
        return asks == CommandInput.Day ? Day(word, institution, now)
            : Percent(word) is { } score ? read => read with { Score = score, Letter = null, Doubts = [], TakenResult = word }
            : PassWords.Read(word) is { } passed
                ? read => read with { Score = null, Letter = null, Passed = passed, Doubts = [], TakenResult = word }
            : null;
    }

    /// <summary>The word that a completion does not count: it takes itself back, from when it is said.</summary>
    public static Func<Completion, Completion> Discarding(string reason, DateTimeOffset now) => read => read with
    {
        Kind = CompletionKind.Undone,
        Undoes = read.EventId,
        Score = null,
        Letter = null,
        Passed = null,
        Doubts = [],
        At = now,
        Discarded = reason,
    };

    /// <summary>A decimal point or comma, and a sign of percent or none.</summary>
    private static Score? Percent(string word) =>
        decimal.TryParse(
            word.TrimEnd('%').Trim().Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var percent)
        && new Score(percent, 0, 100) is var score
        && score.IsBelievable()
            ? score
            : null;

    /// <summary>A day is taken at its noon, so that it is that day wherever it is read.</summary>
    private static Func<Completion, Completion>? Day(string word, Institution institution, DateTimeOffset now)
    {
        if (word.Length == 0)
            return read => read with { TakenTime = read.At.ToString("O", CultureInfo.InvariantCulture) };
        return DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day <= institution.DayOf(now)
                ? read => read with { At = institution.MomentOf(day.ToDateTime(new TimeOnly(12, 0))), TakenTime = word }
                : null;
    }
}
