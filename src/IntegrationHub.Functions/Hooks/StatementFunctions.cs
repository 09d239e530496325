using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Hooks;

/// <summary>Where a learning record provider sends its xAPI statements (xAPI 1.0.3, Communication 2.1; IEEE 9274.1.1).</summary>
public sealed class ReceiveStatementsFunction(WebhookReceiver receiver)
{
    /// <summary>Takes statements: by POST with 200 and the array of their ids, in order; one by PUT under its id, with 204.</summary>
    [Function("ReceiveStatements")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "put", Route = "hooks/{institution}/{source}/statements")] HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation)
    {
        StatementVersions.Answer(request);
        if (HttpMethods.IsPost(request.Method))
            return await receiver.TakeStatements(request, institution, source, eventId: null, cancellation);
        return request.Query["statementId"].ToString() is { Length: > 0 } id
            ? await receiver.TakeStatements(request, institution, source, id, cancellation)
            : Results.Problem(
                "A statement is put under its id: the parameter statementId is missing.",
                statusCode: StatusCodes.Status400BadRequest);
    }
}

/// <summary>
/// What a learning record provider asks before it sends (xAPI 1.0.3, Communication 2.8): the same for everyone, and nothing of anyone.
/// </summary>
public sealed class AboutStatementsFunction
{
    private readonly string[] _spoken = [StatementVersions.One, StatementVersions.Two];

    /// <summary>The versions that are spoken.</summary>
    [Function("AboutStatements")]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "hooks/{institution}/{source}/about")] HttpRequest request)
    {
        StatementVersions.Answer(request);
        return Results.Json(new { version = _spoken });
    }
}

/// <summary>The versions of xAPI that are spoken.</summary>
internal static class StatementVersions
{
    private const string Header = "X-Experience-API-Version";

    public const string One = "1.0.3";
    public const string Two = "2.0.0";

    /// <summary>Answers in the version that the request speaks: the newest patch of it.</summary>
    public static void Answer(HttpRequest request) =>
        request.HttpContext.Response.Headers[Header] = request.Headers[Header].ToString().StartsWith("2.", StringComparison.Ordinal)
            ? Two
            : One;
}
