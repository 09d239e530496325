using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Canvas;

/// <summary>
/// Results of learning outcomes. An offering names one as its assessment by <c>outcome:ID</c>. Mastery is a pass by
/// Canvas's own rule (points to master, not a percentage), so no score goes with it.
/// </summary>
internal static class CanvasOutcomes
{
    /// <summary>A work was assessed against an outcome; a result that was deleted is taken back.</summary>
    public static Completion? Assessed(CanvasEvent live)
    {
        // Older events name no course: then nothing tells which offering it was.
        if (live.Body.Text("result_context_type") != "Course" || live.Id("result_context_id") is not { } course)
            return null;
        var isDeleted = live.Body.Text("workflow_state") == "deleted";
        var mastery = isDeleted ? default : live.Body.Flag("mastery");
        if (live.Id("learning_outcome_id") is not { } outcome
            || live.Body.Text("user_uuid") is not { } user
            || (!isDeleted && mastery == default))
            return null;
        // By this form of the id Canvas's API finds the user.
        var assessed = live.Completion(
            isDeleted ? CompletionKind.Undone : CompletionKind.Assessed,
            [new(LearnerReferenceKind.LmsId, $"uuid:{user}")],
            live.Course(course)) with
        {
            Assessment = $"outcome:{outcome}",
            Attempt = live.Body.Text("attempt"),
            Passed = mastery.Value,
        };
        return assessed.ButFor(mastery);
    }
}
