using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Cases;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Canvas;

/// <summary>
/// What to send. <c>Score</c> is in percent of the summative assignment; without it the course is completed.
/// <c>Event</c>: asset_accessed, course_completed, grade_change or grade_override, otherwise the score decides.
/// <c>As</c>: forged (wrong key), unknown-kid or unsigned; or caliper, signed well. <c>Case</c> makes it an odd one.
/// </summary>
internal sealed record CanvasSend(
    string? Learner,
    string? Course,
    decimal? Score,
    string? Institution,
    string? Source,
    string? Event,
    string? As,
    int? Repeat,
    bool? Together,
    string? Case = null);


/// <summary>Canvas as a sender of Live Events over HTTPS with signed payloads.</summary>
internal static class CanvasEndpoints
{
    public static IServiceCollection AddCanvas(this IServiceCollection services)
    {
        services.AddSingleton<SigningKeys>().AddSingleton<CanvasEvents>().AddSingleton<CaliperEvents>();
        // Canvas gives a receiver 15 seconds.
        services.AddHttpClient<HubSender>(client => client.Timeout = TimeSpan.FromSeconds(15));
        return services;
    }

    public static void MapCanvas(this WebApplication app)
    {
        app.MapGet("/canvas/jwks", (SigningKeys keys) => new { keys = keys.Published().Select(key => key.Show()) });
        app.MapPost("/canvas/rotate", (SigningKeys keys) => new { current = keys.Rotate() });
        app.MapPost("/send/canvas", Send);
        app.MapPost("/sign/canvas", Sign);
    }

    private static async Task<IResult> Send(
        CanvasSend send,
        CampusData campus,
        CanvasEvents events,
        CaliperEvents caliper,
        SigningKeys keys,
        Gradebook gradebook,
        HubSender hub,
        CancellationToken ct) =>
        Body(send, campus, events, caliper, keys, gradebook) switch
        {
            (null, var fault) => Results.BadRequest(new { error = fault }),
            (var body, _) => await hub.SendAsync(
                $"/hooks/{send.Institution ?? campus.Institution.Id}/{send.Source ?? "canvas"}",
                () =>
                    new()
                    {
                        Content = new StringContent(
                            body,
                            MediaTypeHeaderValue.Parse(send.As == "unsigned" ? "application/json" : "application/jwt")),
                    },
                send.Repeat, send.Together, ct),
        };

    /// <summary>The body of a delivery for whoever wants to send it: curl, load tests.</summary>
    private static IResult Sign(CanvasSend send, CampusData campus, CanvasEvents events, CaliperEvents caliper, SigningKeys keys) =>
        Body(send, campus, events, caliper, keys) switch
        {
            (null, var fault) => Results.BadRequest(new { error = fault }),
            (var body, _) => Results.Text(body, "application/jwt"),
        };

    private static (string? Body, string? Fault) Body(
        CanvasSend send,
        CampusData campus,
        CanvasEvents events,
        CaliperEvents caliper,
        SigningKeys keys,
        Gradebook? gradebook = null)
    {
        if (campus.FindLearner(send.Learner) is not { } learner) return (null, "learner: no such name, e-mail, student number or LMS id.");
        if (campus.FindCourse(send.Course) is not { } course) return (null, "course: no such code, name or id.");
        if (send.As == "caliper")
            return (send.Event, send.Score) switch
            {
                (null or "grade_change", { } score) => (keys.Current.Sign(caliper.Graded(learner, course, score).ToJsonString()), null),
                ("asset_accessed", _) => (keys.Current.Sign(caliper.Accessed(course).ToJsonString()), null),
                _ => (null, "as caliper: with a score, or event asset_accessed; the Caliper format has no completed courses."),
            };
        JsonObject? live = send.Event switch
        {
            null when send.Score is { } score => events.GradeChange(learner, course, score),
            "grade_change" => events.GradeChange(learner, course, send.Score ?? 100),
            "grade_override" => events.GradeOverride(learner, course, send.Score ?? 100),
            null or "course_completed" => events.CourseCompleted(learner, course),
            "asset_accessed" => events.AssetAccessed(learner, course),
            _ => null,
        };
        if (live is null) return (null, "event: course_completed, grade_change, grade_override or asset_accessed.");
        if (OddCases.Apply("canvas", send.Case, live) is { } fault) return (null, fault);
        // The LMS knows nothing of what is odd, forged, or sent in the name of another.
        if (send is { As: null, Institution: null, Source: null, Case: null } && send.Event is null or "course_completed" or "grade_change")
            gradebook?.Note(
                "canvas",
                learner,
                course,
                send.Event == "grade_change" ? send.Score ?? 100
                    : send.Event is null ? send.Score
                    : null);
        return Signed(live.ToJsonString(), send.As, keys) is { } body
            ? (body, null)
            : (null, "as: caliper, forged, unknown-kid or unsigned.");
    }

    private static string? Signed(string payload, string? how, SigningKeys keys)
    {
        using var stranger = how is "forged" or "unknown-kid" ? new SigningKey() : null;
        return how switch
        {
            null => keys.Current.Sign(payload),
            "forged" => stranger!.Sign(payload, keys.Current.Kid),
            "unknown-kid" => stranger!.Sign(payload),
            "unsigned" => payload,
            _ => null,
        };
    }
}
