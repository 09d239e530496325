using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Tests.EmbeddedHost;

#pragma warning disable CA1822 // functions are instance methods

/// <summary>Functions as an app would write them.</summary>
public sealed class SampleHttpFunctions(Greeting greeting)
{
    [Function("Home")]
    public IResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
        Results.Text($"{greeting.Text} from {request.Path}");

    [Function("Award")]
    public async Task<IResult> AwardAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "awards/{institution}/{number:int}")] HttpRequest request,
        string institution,
        int number,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        using var body = new StreamReader(request.Body);
        return Results.Text(
            $"{request.Method} {institution} {number} {await body.ReadToEndAsync(cancellationToken)} {context.FunctionDefinition.Name}");
    }

    [Function("DeleteAward")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "awards/{institution}/{number:int}")] HttpRequest request
    ) => Task.FromResult(Results.NoContent());

    [Function("Files")]
    public IResult Files([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*rest}")] HttpRequest request, string? rest) =>
        Results.Text($"[{rest}]");

    [Function("Anything")]
    public static IResult Anything([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text(request.Method);

    [Function("Optional")]
    public IResult Optional([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/{page?}")] HttpRequest request, int? page) =>
        Results.Text($"{page ?? 1}");

    [Function("Thrower")]
    public Task<IResult> Throw([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken")] HttpRequest request) =>
        throw new InvalidOperationException("a secret");

    [Function("LateThrower")]
    public async Task<IResult> ThrowLateAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken/late")] HttpRequest request)
    {
        await request.HttpContext.Response.WriteAsync("begun");
        await request.HttpContext.Response.Body.FlushAsync();
        throw new InvalidOperationException("a secret");
    }

    [Function("WhoAmI")]
    public IResult WhoAmI([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "me")] HttpRequest request, FunctionContext context) =>
        Results.Text(
            $"{request.HttpContext.User.Identity?.IsAuthenticated} {ReferenceEquals(context.GetHttpContext(), request.HttpContext)}");
}

public sealed record Greeting(string Text);
