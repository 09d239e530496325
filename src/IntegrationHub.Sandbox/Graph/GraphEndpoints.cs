using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Graph;

/// <summary>Microsoft Graph: one mailbox that sends, and the learners who have an Entra account.</summary>
internal static class GraphEndpoints
{
    public static IServiceCollection AddGraph(this IServiceCollection services) => services
        .AddSingleton<EntraTokens>()
        .AddSingleton<Mailbox>();

    public static void MapGraph(this WebApplication app)
    {
        app.MapPost("/entra/{tenant}/oauth2/v2.0/token", EntraTokens.Issue);

        var graph = app.MapGroup("/graph/v1.0")
            .AddEndpointFilter(
                async (context, next) =>
                    context.HttpContext.RequestServices.GetRequiredService<EntraTokens>().Shop.Accepts(context.HttpContext.Request)
                        ? await next(context)
                        : GraphErrors.Answer(
                            StatusCodes.Status401Unauthorized,
                            "InvalidAuthenticationToken",
                            "Access token is empty, invalid or has expired."));
        graph.MapPost("/users/{sender}/sendMail", SendMail);
        graph.MapGet("/users", GraphUsers.Find);

        app.MapGet("/state/mail", (Mailbox mailbox) => mailbox.All());
    }

    private static async Task<IResult> SendMail(string sender, HttpRequest request, CampusData campus, Mailbox mailbox, TimeProvider time)
    {
        if (!sender.Equals(campus.Institution.Sender, StringComparison.OrdinalIgnoreCase))
            return GraphErrors.Answer(StatusCodes.Status404NotFound, "ErrorInvalidUser", "The requested user is invalid.");
        var (mail, fault) = Mail.Read(await request.ReadObjectAsync(anyCase: true), sender, time.GetUtcNow());
        if (mail is null)
            return fault!;
        mailbox.Add(mail);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }
}
