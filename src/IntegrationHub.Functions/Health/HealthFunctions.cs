using IntegrationHub.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Health;

/// <summary>Answers for scripts and load balancers; open to all, says nothing else.</summary>
public sealed class HealthFunctions(StorageSetup storage)
{
    /// <summary>200 while the process runs.</summary>
    [Function("HealthLive")]
    public static IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/live")] HttpRequest request) =>
        Results.Text("live");

    /// <summary>200 when the storage answers and all queues, tables and containers are there, else 503.</summary>
    [Function("HealthReady")]
    public async Task<IResult> Ready(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/ready")] HttpRequest request,
        CancellationToken cancellation) =>
        await storage.IsReady(cancellation)
            ? Results.Text("ready")
            : Results.Text("the storage does not answer, or is not set up yet", statusCode: StatusCodes.Status503ServiceUnavailable);
}
