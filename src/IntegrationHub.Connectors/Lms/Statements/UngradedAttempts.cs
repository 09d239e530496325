using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>
/// The attempts of a delivery that a teacher has still to grade. Of these logstore_xapi says 0 points and success; only the answers of the
/// same event tell: an essay's is <c>long-fill-in</c> without success. The grade comes later, by another event or from Moodle itself.
/// </summary>
internal static class UngradedAttempts
{
    private const string Essay = "long-fill-in", Submitted = @"\mod_quiz\event\attempt_submitted";

    /// <summary>The numbers of the attempts with an essay among their answers.</summary>
    /// <param name="content">The delivery.</param>
    /// <param name="seen">Its statements.</param>
    public static HashSet<string> In(ReadOnlyMemory<byte> content, IReadOnlyList<SeenStatement> seen)
    {
        var found = new HashSet<string>();
        if (content.Span.IndexOf("long-fill-in"u8) < 0)
            return found;
        foreach (var statement in seen)
        {
            var bytes = content[statement.Start..statement.End];
            if (!statement.MayCount && bytes.Span.IndexOf("long-fill-in"u8) >= 0 && Attempt(bytes.Span) is { } attempt)
                found.Add(attempt);
        }

        return found;
    }

    /// <summary>Whether a result is of an attempt that is not graded yet.</summary>
    public static bool IsOfOne(this Completion completion, HashSet<string> ungraded) =>
        completion is { EventName: Submitted, Attempt: { } attempt } && ungraded.Contains(attempt);

    private static string? Attempt(ReadOnlySpan<byte> statement)
    {
        var json = JsonReading.TryParse(System.Text.Encoding.UTF8.GetString(statement));
        return json.Text("object", "definition", "interactionType") == Essay && json.At("result", "success") is null
            ? json.Each("context", "contextActivities", "parent")
                .Select(activity => MoodleIds.Attempt(activity.Text("id")))
                .FirstOrDefault(attempt => attempt is not null)
            : null;
    }
}
