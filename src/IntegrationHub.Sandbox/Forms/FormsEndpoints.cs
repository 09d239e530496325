using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Cases;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Forms;

/// <summary>
/// What to send. <c>Score</c> is in percent; without it the course is completed. <c>Event</c>: course.reset to take it
/// back, or form.opened for noise. <c>As</c>: forged (a wrong address). <c>Form</c> sends a form rather than JSON.
/// <c>Case</c> makes it an odd one.
/// </summary>
internal sealed record FormsSend(
    string? Learner, string? Course, decimal? Score, string? Institution, string? Source, string? Event, string? As,
    int? Repeat, bool? Together, bool? Form, string? Case = null);

/// <summary>A home-grown tool that posts what it likes: the hub's settings say where its fields stand.</summary>
internal static class FormsEndpoints
{
    public static void MapForms(this WebApplication app) => app.MapPost("/send/json", Send);

    private static async Task<IResult> Send(
        FormsSend send,
        CampusData campus,
        TimeProvider time,
        SandboxOptions options,
        HubSender hub,
        CancellationToken ct)
    {
        if (campus.FindLearner(send.Learner) is not { } learner)
            return Results.BadRequest(new { error = "learner: no such name, e-mail, student number or LMS id." });
        if (campus.FindCourse(send.Course) is not { } course)
            return Results.BadRequest(new { error = "course: no such code, name or id." });
        if (send.Event is not (null or "course.reset" or "form.opened"))
            return Results.BadRequest(new { error = "event: course.reset or form.opened." });
        if (send.As is not (null or "forged")) return Results.BadRequest(new { error = "as: forged." });

        var fields = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["type"] = send.Event ?? (send.Score is null ? "course.completed" : "course.graded"),
            ["at"] = time.GetUtcNow().ToUnixTimeMilliseconds(),
            ["student number"] = learner.StudentNumber,
            ["email"] = learner.Email,
            ["course"] = course.Code,
            ["points"] = send.Score,
        };
        if (OddCases.Apply("json", send.Case, fields) is { } fault) return Results.BadRequest(new { error = fault });
        return await hub.SendAsync(
            $"/hooks/{send.Institution ?? campus.Institution.Id}/{send.Source ?? "forms"}"
                + $"~{(send.As is null ? options.Forms.AddressKey : "not-the-key")}",
            () => new() { Content = Content(fields, send.Form == true) },
            send.Repeat, send.Together, ct);
    }

    private static HttpContent Content(JsonObject fields, bool form) => form
        ? new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Key, field.Value?.ToString() ?? "")))
        : new StringContent(fields.ToJsonString(), MediaTypeHeaderValue.Parse("application/json"));
}
