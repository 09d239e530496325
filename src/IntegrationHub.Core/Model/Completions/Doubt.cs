namespace IntegrationHub.Core.Model.Completions;

/// <summary>
/// Something that an event states and that the hub cannot rely upon. It is not absent, and it is no nought: where it could decide, a person
/// is asked. A doubt is no part of an event's identity.
/// </summary>
/// <param name="Of">What is doubted.</param>
/// <param name="Figure">The number as it was stated, for people; null where what stands there is no number.</param>
public sealed record Doubt(DoubtKind Of, string? Figure = null)
{
    private const int LongestFigure = 24;

    /// <summary>A doubt of what a sender wrote; only figures are quoted, for any other text may be about a person.</summary>
    public static Doubt About(DoubtKind of, string? written) => new(of, IsFigure(written?.Trim()) ? written!.Trim() : null);

    private static bool IsFigure(string? text) =>
        text is { Length: > 0 and <= LongestFigure }
        && text.Any(char.IsAsciiDigit)
        && text.All(sign => char.IsAsciiDigit(sign) || char.IsWhiteSpace(sign) || ".,+-/%".Contains(sign, StringComparison.Ordinal));
}

/// <summary>What is doubted.</summary>
public enum DoubtKind
{
    /// <summary>The score: it is stated and cannot be read, or cannot be believed.</summary>
    Score,

    /// <summary>Whether it is a pass: what says so is stated and cannot be read, or compared with anything.</summary>
    Pass,

    /// <summary>The time: ahead of its arrival, or before the institution's records.</summary>
    Time,

    /// <summary>A result where one is needed: none is stated, and none comes by another event.</summary>
    Missing,
}
