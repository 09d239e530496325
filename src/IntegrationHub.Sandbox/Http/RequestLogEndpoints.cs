namespace IntegrationHub.Sandbox.Http;

internal static class RequestLogEndpoints
{
    public static void MapRequestLog(this WebApplication app)
    {
        app.MapGet("/state/requests", (RequestLog log) => log.Read());
        app.MapDelete("/state/requests", (RequestLog log) => log.Clear());
    }
}
