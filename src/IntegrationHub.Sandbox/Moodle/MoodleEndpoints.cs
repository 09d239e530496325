using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Moodle;

/// <summary>
/// What to send. <c>Score</c> is in percent of the summative quiz; without it the course is completed.
/// <c>Event</c>: course_viewed for noise alone. <c>As</c>: forged (a wrong password), or tool_trigger (another plugin, for a completed course).
/// <c>Batch</c> fills the array up to so many statements with noise; <c>Mbox</c> names the learner by e-mail.
/// </summary>
internal sealed record MoodleSend(
    string? Learner, string? Course, decimal? Score, string? Institution, string? Source, string? Event, string? As,
    int? Repeat, bool? Together, int? Batch, bool? Mbox);

/// <summary>Moodle with the plugins logstore_xapi and tool_trigger.</summary>
internal static class MoodleEndpoints
{
    public static IServiceCollection AddMoodle(this IServiceCollection services) => services.AddSingleton<Statements>().AddSingleton<Workflow>();

    public static void MapMoodle(this WebApplication app) => app.MapPost("/send/moodle", Send);

    /// <summary>The attempt that a statement is about; null where it is about none.</summary>
    private static long? Attempt(JsonNode? statement) =>
        statement?["object"]?["id"].Text()?.Split("attempt=") is [_, var rest] ? long.Parse(rest.Split('&')[0], CultureInfo.InvariantCulture) : null;

    private static async Task<IResult> Send(MoodleSend send, CampusData campus, Statements statements, Workflow workflow, SandboxOptions options, Gradebook gradebook, HubSender hub, CancellationToken ct)
    {
        if (campus.FindLearner(send.Learner) is not { } learner) return Results.BadRequest(new { error = "learner: no such name, e-mail, student number or LMS id." });
        if (campus.FindCourse(send.Course) is not { } course) return Results.BadRequest(new { error = "course: no such code, name or id." });
        if (send.Event is not (null or "course_viewed")) return Results.BadRequest(new { error = "event: course_viewed." });
        if (send.As is not (null or "forged" or "tool_trigger")) return Results.BadRequest(new { error = "as: forged or tool_trigger." });
        if (send is { As: "tool_trigger", Score: not null }) return Results.BadRequest(new { error = "score: tool_trigger sends bare events, which bear none." });

        var mbox = send.Mbox ?? false;
        JsonArray batch = [.. send switch
        {
            { Event: not null } => [statements.CourseViewed(learner, course)],
            { Score: { } score } => statements.QuizSubmitted(learner, course, score, mbox),
            _ => [statements.CourseCompleted(learner, course, mbox)],
        }];
        if (send is { Event: null, As: not "forged", Institution: null, Source: null })
            gradebook.Note("moodle", learner, course, send.Score, attempt: Attempt(batch[0]));
        for (var noise = 0; batch.Count < send.Batch; noise++)
            batch.Insert(noise % 2 == 0 ? 0 : batch.Count, statements.CourseViewed(campus.Learners[noise % campus.Learners.Count], campus.Courses[noise % campus.Courses.Count]));

        var isWorkflow = send.As == "tool_trigger";
        var body = (isWorkflow ? (JsonNode)workflow.CourseCompleted(learner, course) : batch).ToJsonString();
        var password = send.As == "forged" ? "not-the-password" : options.Moodle.Password;
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Moodle.User}:{password}"));
        return await hub.SendAsync(
            $"/hooks/{send.Institution ?? campus.Institution.Id}/{send.Source ?? "moodle"}{(isWorkflow ? "" : "/statements")}",
            () =>
            {
                var message = new HttpRequestMessage { Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json")) };
                message.Headers.Add("Authorization", $"Basic {credentials}");
                if (!isWorkflow) message.Headers.Add("X-Experience-API-Version", "1.0.3");
                return message;
            },
            send.Repeat, send.Together, ct);
    }
}
