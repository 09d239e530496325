using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Ags;

/// <summary>
/// Scores of LTI Assignment and Grade Services 2.0 (3.4) that a tool forwards; the hub is no LTI platform. A Score names
/// neither line item nor course: the tool puts <c>lineItem</c> and <c>contextId</c> beside its members, or around it
/// (<c>{ lineItem, contextId, score }</c>), or the source's settings <c>assessment</c> and <c>course</c> say it once.
/// </summary>
internal sealed class AgsLms : ILms, ITestEvents
{
    private static readonly (string Grading, string Activity) Reset = ("NotReady", "Initialized");
    private static readonly string[] Submitted = ["Completed", "Submitted"];
    private static readonly FieldPath Grading = FieldPath.Of("gradingProgress");
    private readonly EventNoise _noise = new(progress => $"score:{progress}");

    /// <inheritdoc/>
    public string Kind => "ags";

    /// <inheritdoc/>
    public TestEvent TestEvent(Source source, DateTimeOffset now) => TestEvents.Json(
        new { userId = "0", timestamp = TestEvents.Time(now), activityProgress = "Started", gradingProgress = "NotReady" },
        "application/vnd.ims.lis.v1.score+json");

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery) => Guarded.Read(() =>
    {
        if (_noise.Read(delivery.Content.Span, events: null, Grading, IsNoise) is { } noise)
            return noise;
        var scores = SeveralEvents.In(delivery.Content);
        return scores.Count == 0
            ? OneEvent.Fault("The body is neither a Score nor an array of them.")
            : SeveralEvents.Of(scores, one => Read(source, one));
    });

    // Any other state is provisional: a platform may ignore its score (LTI AGS 2.0, 3.4).
    private static bool IsNoise(ReadOnlySpan<byte> grading) =>
        !grading.IsEmpty && !grading.SequenceEqual("FullyGraded"u8) && !grading.SequenceEqual("NotReady"u8);

    private static Reading Read(Source source, JsonElement? json)
    {
        var score = json.At("score") is { ValueKind: JsonValueKind.Object } inner ? inner : json;
        var (grading, activity) = (score.Text("gradingProgress"), score.Text("activityProgress"));
        if (grading is null || activity is null)
            return OneEvent.Fault("A Score has no gradingProgress or no activityProgress (LTI AGS 2.0, 3.4).");
        // Without scoreGiven there is no score any more (3.4.4); a score that is still under way says nothing of the one before.
        var isCleared = score.At("scoreGiven") is null;
        if (grading != "FullyGraded" && !(isCleared && (grading, activity) == Reset))
            return Ignored(grading);
        if (grading == "FullyGraded" && !Submitted.Contains(activity))
            return Ignored(activity);
        var points = Points.Of(score.Figure("scoreGiven"), default, score.Figure("scoreMaximum"));
        if (score.Text("userId") is not { } learner)
            return OneEvent.Fault("A Score has no userId.");
        if ((json.Text("contextId") ?? source.Setting("course")) is not { } course)
            return OneEvent.Fault("Nothing says which course a Score is of: have the tool send contextId beside it, or set course.");
        if (Moments.Parse(score.Text("timestamp")) is not { } at)
            return OneEvent.Fault("A Score bears no timestamp that can be read.");

        var completion = new Completion
        {
            EventId = "",
            EventName = "score",
            Kind = isCleared ? CompletionKind.Undone : CompletionKind.Assessed,
            Learner = [new(LearnerReferenceKind.LmsId, learner)],
            Courses = [course],
            Assessment = json.Text("lineItem") ?? source.Setting("assessment"),
            At = at,
        };
        return OneEvent.Counts(points.In(completion), id: null);
    }

    private static Reading Ignored(string why) => OneEvent.Noise($"score:{why}");
}
