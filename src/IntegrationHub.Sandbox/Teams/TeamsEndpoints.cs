using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Teams;

/// <summary>A Workflows (Power Automate) webhook in front of a channel: 202 means queued, and the address carries its secret.</summary>
internal static class TeamsEndpoints
{
    public static IServiceCollection AddTeams(this IServiceCollection services) => services.AddSingleton<Channel>();

    public static void MapTeams(this WebApplication app)
    {
        app.MapPost("/teams/workflows/{id}", Post);
        app.MapGet("/state/teams", (Channel channel) => channel.All());
    }

    private static async Task<IResult> Post(string id, string? sig, HttpRequest request, SandboxOptions options, Channel channel)
    {
        if (!SafeEquals.Same(sig, options.Teams.Sig))
            return WorkflowErrors.Answer(
                StatusCodes.Status401Unauthorized,
                "AuthorizationFailed",
                "The authentication credentials are not valid.");
        var (card, fault) = ChannelMessage.Read(await request.ReadObjectAsync());
        if (card is null)
            return WorkflowErrors.Answer(StatusCodes.Status400BadRequest, "TriggerInputSchemaMismatch", fault!);
        // Too large a card is not refused with a status: the failure is in the text of a 200.
        if (ChannelMessage.SizeOf(card) > ChannelMessage.MaxCardBytes)
            return Results.Text(
                "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413 with ContextId "
                    + "tcid=0,server=sandbox."
            );
        channel.Post(id, card);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }
}
