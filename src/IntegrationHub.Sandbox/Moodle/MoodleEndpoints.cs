using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Cases;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Moodle;

/// <summary>
/// What to send. <c>Score</c> is in percent of the summative quiz, of <c>Questions</c> questions; without it the course is completed.
/// <c>Learners</c>: each of them, in one batch, as cron emits an exam. <c>Event</c>: course_viewed for noise alone,
/// essay_submitted for a quiz of essays that no teacher has graded.
/// <c>As</c>: forged (a wrong password), or tool_trigger (another plugin, for a completed course).
/// <c>Batch</c> fills the array up to so many statements with noise; <c>Mbox</c> names the learner by e-mail.
/// <c>Case</c> makes each event's own statement an odd one.
/// </summary>
internal sealed record MoodleSend(
    string? Learner, string? Course, decimal? Score, string? Institution, string? Source, string? Event, string? As,
    int? Repeat, bool? Together, int? Batch, bool? Mbox, string[]? Learners, int? Questions,
    string? Case = null);

/// <summary>Moodle with the plugins logstore_xapi and tool_trigger.</summary>
internal static class MoodleEndpoints
{
    public static IServiceCollection AddMoodle(this IServiceCollection services) =>
        services.AddSingleton<Statements>().AddSingleton<Workflow>().AddSingleton<LogstoreXapi>().AddSingleton<MoodleDesk>();

    public static void MapMoodle(this WebApplication app)
    {
        app.MapPost("/send/moodle", Send);
        MoodleDesk.Map(app);
    }

    /// <summary>The attempt that a statement is about; null where it is about none.</summary>
    /// <summary>The number of the attempt that a statement is of; null where it is of none.</summary>
    internal static long? Attempt(JsonObject statement) =>
        statement["object"]?["id"].Text()?.Split("attempt=") is [_, var rest]
            ? long.Parse(rest.Split('&')[0], CultureInfo.InvariantCulture)
            : null;

    private static async Task<IResult> Send(
        MoodleSend send,
        CampusData campus,
        Statements statements,
        Workflow workflow,
        LogstoreXapi plugin,
        SandboxOptions options,
        Gradebook gradebook,
        HubSender hub,
        CancellationToken ct)
    {
        var learners = (send.Learners ?? [send.Learner!]).Select(campus.FindLearner).ToList();
        if (learners is [] || learners.Contains(null))
            return Results.BadRequest(new { error = "learner: no such name, e-mail, student number or LMS id." });
        if (campus.FindCourse(send.Course) is not { } course)
            return Results.BadRequest(new { error = "course: no such code, name or id." });
        if (send.Event is not (null or "course_viewed" or "essay_submitted"))
            return Results.BadRequest(new { error = "event: course_viewed or essay_submitted." });
        if (send.As is not (null or "forged" or "tool_trigger")) return Results.BadRequest(new { error = "as: forged or tool_trigger." });
        if (send is { As: "tool_trigger", Score: not null })
            return Results.BadRequest(new { error = "score: tool_trigger sends bare events, which bear none." });

        // An event is one statement, or a quiz's many: what is batched and halved are events.
        List<JsonObject[]> events = [.. learners.Select(learner => Event(send, learner!, course, statements))];
        foreach (var told in events)
            if (OddCases.Apply("moodle", send.Case, told[0]) is { } fault) return Results.BadRequest(new { error = fault });
        if (send is { Event: null, As: not "forged", Institution: null, Source: null, Case: null })
            foreach (var (learner, told) in learners.Zip(events))
                gradebook.Note("moodle", learner!, course, send.Score, attempt: Attempt(told[0]));
        for (var noise = 0; events.Sum(told => told.Length) < send.Batch; noise++)
            events.Insert(
                noise % 2 == 0 ? 0 : events.Count,
                [statements.CourseViewed(campus.Learners[noise % campus.Learners.Count], campus.Courses[noise % campus.Courses.Count])]);

        var hook = $"/hooks/{send.Institution ?? campus.Institution.Id}/{send.Source ?? "moodle"}";
        var password = send.As == "forged" ? "not-the-password" : options.Moodle.Password;
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Moodle.User}:{password}"));
        if (send.As == "tool_trigger")
            return await hub.SendAsync(
                hook,
                () => Triggered(workflow.CourseCompleted(learners[0]!, course), credentials),
                send.Repeat,
                send.Together,
                ct);
        if (send.Repeat is not null)
            return await hub.SendAsync(
                $"{hook}/statements",
                () => LogstoreXapi.Request(credentials, events),
                send.Repeat,
                send.Together,
                ct);
        return await hub.SendAsync(
            async () =>
            {
                var emitted = await plugin.Emit($"{hook}/statements", credentials, events, ct);
                var (status, trackingId, body) = emitted.Answers[0];
                return Results.Json(
                    new
                    {
                        status,
                        trackingId,
                        body,
                        answers = emitted.Answers.Count > 1 ? emitted.Answers : null,
                        parked = emitted.Parked,
                    });
            },
            ct);
    }

    private static JsonObject[] Event(MoodleSend send, Learner learner, Course course, Statements statements) => send switch
    {
        { Event: "essay_submitted" } =>
            [.. statements.QuizSubmitted(learner, course, percent: 0, send.Mbox ?? false, send.Questions ?? 1, isEssay: true)],
        { Event: not null } => [statements.CourseViewed(learner, course)],
        { Score: { } score } => [.. statements.QuizSubmitted(learner, course, score, send.Mbox ?? false, send.Questions ?? 1)],
        _ => [statements.CourseCompleted(learner, course, send.Mbox ?? false)],
    };

    private static HttpRequestMessage Triggered(JsonObject what, string credentials)
    {
        var message = new HttpRequestMessage
        {
            Content = new StringContent(what.ToJsonString(), MediaTypeHeaderValue.Parse("application/json")),
        };
        message.Headers.Add("Authorization", $"Basic {credentials}");
        return message;
    }
}
