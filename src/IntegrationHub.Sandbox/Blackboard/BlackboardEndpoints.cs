using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Blackboard;

/// <summary>
/// What to send. <c>Score</c> is in percent of the summative column. <c>Event</c>: attempt_deleted, course_grade or viewed,
/// otherwise the attempt is graded. <c>As</c>: forged (a wrong key). <c>Batch</c> fills the envelope up to so many events with noise, as at
/// night.
/// </summary>
internal sealed record BlackboardSend(
    string? Learner,
    string? Course,
    decimal? Score,
    string? Institution,
    string? Source,
    string? Event,
    string? As,
    int? Repeat,
    bool? Together,
    int? Batch);


/// <summary>Blackboard Learn with a Caliper event store.</summary>
internal static class BlackboardEndpoints
{
    public static IServiceCollection AddBlackboard(this IServiceCollection services) => services.AddSingleton<BlackboardEvents>();

    public static void MapBlackboard(this WebApplication app) => app.MapPost("/send/blackboard", Send);

    private static async Task<IResult> Send(
        BlackboardSend send,
        CampusData campus,
        BlackboardEvents events,
        SandboxOptions options,
        HubSender hub,
        CancellationToken ct)
    {
        if (campus.FindLearner(send.Learner) is not { } learner)
            return Results.BadRequest(new { error = "learner: no such name, e-mail, student number or LMS id." });
        if (campus.FindCourse(send.Course) is not { } course)
            return Results.BadRequest(new { error = "course: no such code, name or id." });
        if (send.As is not (null or "forged")) return Results.BadRequest(new { error = "as: forged." });
        JsonObject? sent = send switch
        {
            { Event: null, Score: { } score } => events.Graded(learner, course, score),
            { Event: "attempt_deleted" } => events.AttemptDeleted(learner, course),
            { Event: "course_grade", Score: { } score } => events.CourseGrade(learner, course, score),
            { Event: "viewed" } => events.Viewed(learner, course),
            _ => null,
        };
        if (sent is null)
            return Results.BadRequest(
                new
                {
                    error = "event: attempt_deleted, course_grade (with a score) or viewed; without one, a score. "
                        + "Blackboard sends no completed courses.",
                });

        List<JsonObject> batch = [sent];
        for (var noise = 0; batch.Count < send.Batch; noise++)
            batch.Insert(
                noise % 2 == 0 ? 0 : batch.Count,
                events.Viewed(campus.Learners[noise % campus.Learners.Count], campus.Courses[noise % campus.Courses.Count]));
        var body = events.Envelope(batch).ToJsonString();
        var key = send.As == "forged" ? "not-the-key" : options.Blackboard.AddressKey;
        return await hub.SendAsync(
            $"/hooks/{send.Institution ?? campus.Institution.Id}/{send.Source ?? "blackboard"}~{key}",
            () => new() { Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json")) },
            send.Repeat, send.Together, ct);
    }
}
