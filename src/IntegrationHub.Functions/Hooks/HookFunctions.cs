using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Where an LMS sends its events.</summary>
public sealed class ReceiveDeliveryFunction(Door door)
{
    /// <summary>Takes a delivery; 200 with its tracking id.</summary>
    [Function("ReceiveDelivery")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hooks/{institution}/{source}")] HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation) =>
        door.Take(request, institution, source, cancellation);
}

/// <summary>Where a learning record provider sends its xAPI statements (xAPI 1.0.3, part three, 2.1.2).</summary>
public sealed class ReceiveStatementsFunction(Door door)
{
    private const string Version = "X-Experience-API-Version";

    /// <summary>Takes statements; 200 with the array of their ids, in order.</summary>
    [Function("ReceiveStatements")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hooks/{institution}/{source}/statements")] HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation)
    {
        request.HttpContext.Response.Headers[Version] = "1.0.3";
        return door.Take(request, institution, source, cancellation);
    }
}
