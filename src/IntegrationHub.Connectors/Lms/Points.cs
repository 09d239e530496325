using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>A result as its sender states it: every score of an LMS is made here. What is stated and cannot be read is a doubt.</summary>
/// <param name="Score">The score; null where none is stated, or none was read.</param>
/// <param name="Doubt">The doubt; null where all that is stated was read.</param>
internal readonly record struct Points(Score? Score, Doubt? Doubt = null)
{
    /// <summary>Whether anything is stated.</summary>
    public bool IsGiven => Score is not null || Doubt is not null;

    /// <summary>Points between bounds; a part that is missing, or leaves no room, leaves the points unread.</summary>
    public static Points Of(Figure raw, Figure min, Figure max) =>
        !raw.IsGiven ? default
        : raw.Value is { } given && min.Unread is null && max.Value is { } possible && possible > (min.Value ?? 0)
            ? new(new(given, min.Value ?? 0, possible))
            : Unread(raw);

    /// <summary>Points between bounds that are known.</summary>
    public static Points Of(Figure raw, decimal min, decimal max) => Of(raw, new Figure(min), new Figure(max));

    /// <summary>Points that are stated and were not read.</summary>
    public static Points Unread(Figure raw) => new(null, Core.Model.Completions.Doubt.About(DoubtKind.Score, raw.Written));

    /// <summary>A completion with this result.</summary>
    public Completion In(Completion completion) => Doubt is null
        ? completion with { Score = Score }
        : completion.But(Doubt);
}

/// <summary>Doubts of a completion.</summary>
internal static class Doubted
{
    /// <summary>A completion of which something more is doubted.</summary>
    public static Completion But(this Completion completion, Doubt doubt) => completion with { Doubts = [.. completion.Doubts, doubt] };

    /// <summary>A completion of which it is doubted whether it is a pass, if something that says so was not read.</summary>
    public static Completion ButFor(this Completion completion, Flag flag) =>
        flag.IsUnread ? completion.But(new(DoubtKind.Pass)) : completion;
}
