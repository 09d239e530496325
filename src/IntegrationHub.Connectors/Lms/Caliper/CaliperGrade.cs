using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>What a GradeEvent says of an attempt (Caliper 1.1, 2.3.6).</summary>
internal static class CaliperGrade
{
    /// <summary>The learner is the attempt's assignee; the actor is who graded.</summary>
    public static JsonElement? Learner(CaliperEvent item) => item.OfAttempt("assignee");

    /// <summary>What was attempted.</summary>
    public static JsonElement? Assignable(CaliperEvent item) => item.OfAttempt("assignable");

    /// <summary>Whether it is a single question of an assessment: its attempt is then part of another.</summary>
    public static bool IsItem(CaliperEvent item) =>
        Iri.Term(Assignable(item).Text("type")) is { } type
            ? type is "AssessmentItem" or "QuestionnaireItem"
            : item.Attempt.At("isPartOf") is not null;

    /// <summary>The number of the attempt; null where the LMS does not count them.</summary>
    public static string? Count(CaliperEvent item) =>
        item.Attempt.Number("count") is > 0 and var count ? Math.Truncate(count).ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>
    /// The points given; none where there are none, which is not zero. A score that is only named, by its IRI, is not read.
    /// </summary>
    public static Figure Given(CaliperEvent item) =>
        item.Generated is { ValueKind: JsonValueKind.String } ? new(null, "")
        : item.Generated.Figure("scoreGiven") is { IsGiven: true } given ? given
        : item.Generated.Figure("resultScore");

    /// <summary>The result of the possible points; senders put these on the score, on what was attempted, or as 0 on one of them.</summary>
    public static Points Score(CaliperEvent item)
    {
        Figure[] possible =
        [
            item.Generated.Figure("maxScore"),
            item.Generated.Figure("maxResultScore"),
            Assignable(item).Figure("maxScore"),
        ];
        return Points.Of(Given(item), default, possible.FirstOrDefault(points => points.Unread is not null || points.Value > 0));
    }
}
