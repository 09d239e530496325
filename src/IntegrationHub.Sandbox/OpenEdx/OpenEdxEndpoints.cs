using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Cases;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.OpenEdx;

/// <summary>
/// What to send. <c>Score</c> is the course grade in percent; without it a certificate is given.
/// <c>Event</c>: certificate-revoked, passing-lost, or session-login for noise. <c>As</c>: forged (a wrong address).
/// <c>Form</c> sends the fields flattened, as the plugin's form encoding does. <c>Case</c> makes it an odd one.
/// </summary>
internal sealed record OpenEdxSend(
    string? Learner, string? Course, decimal? Score, string? Institution, string? Source, string? Event, string? As,
    int? Repeat, bool? Together, bool? Form, string? Case = null);

/// <summary>Open edX with the openedx-webhooks plugin: no credential but the address.</summary>
internal static class OpenEdxEndpoints
{
    public static IServiceCollection AddOpenEdx(this IServiceCollection services) => services.AddSingleton<PluginEvents>();

    public static void MapOpenEdx(this WebApplication app) => app.MapPost("/send/openedx", Send);

    private static async Task<IResult> Send(
        OpenEdxSend send,
        CampusData campus,
        PluginEvents events,
        SandboxOptions options,
        HubSender hub,
        CancellationToken ct)
    {
        if (campus.FindLearner(send.Learner) is not { } learner)
            return Results.BadRequest(new { error = "learner: no such name, e-mail, student number or LMS id." });
        if (campus.FindCourse(send.Course) is not { } course)
            return Results.BadRequest(new { error = "course: no such code, name or id." });
        if (send.As is not (null or "forged")) return Results.BadRequest(new { error = "as: forged." });
        JsonObject? body = send.Event switch
        {
            null when send.Score is { } score => events.CourseGrade(learner, course, score),
            null => events.Certificate(learner, course, "created", "downloadable"),
            "certificate-revoked" => events.Certificate(learner, course, "revoked", "unavailable"),
            "passing-lost" => events.PassingLost(learner, course),
            "session-login" => events.SessionLogin(learner),
            _ => null,
        };
        if (body is null) return Results.BadRequest(new { error = "event: certificate-revoked, passing-lost or session-login." });
        if (OddCases.Apply("openedx", send.Case, body) is { } fault) return Results.BadRequest(new { error = fault });

        return await hub.SendAsync(
            $"/hooks/{send.Institution ?? campus.Institution.Id}/{send.Source ?? "openedx"}"
                + $"~{(send.As is null ? options.OpenEdx.AddressKey : "not-the-key")}",
            () => new() { Content = Content(body, send.Form == true) },
            send.Repeat, send.Together, ct);
    }

    private static HttpContent Content(JsonObject body, bool form) => form
        ? new FormUrlEncodedContent(PluginEvents.Flat(body))
        : new StringContent(body.ToJsonString(), MediaTypeHeaderValue.Parse("application/json"));
}
