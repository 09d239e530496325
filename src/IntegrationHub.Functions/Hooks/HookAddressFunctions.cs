using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Hooks;

/// <summary>What a hook's address says to who does not deliver.</summary>
public sealed class HookAddressFunctions(HookAddress addresses, IEnumerable<ILms> kinds)
{
    private const string Origin = "WebHook-Request-Origin";
    private const string AnyRate = "*";

    /// <summary>
    /// Whether events may be sent: the handshake of CloudEvents 1.0 (HTTP 1.1 Web Hooks, 4). It lets nobody in: each delivery proves
    /// itself.
    /// </summary>
    [Function("AskBeforeDelivery")]
    public Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "hooks/{institution}/{source}")] HttpRequest request,
        string institution,
        string source) =>
        addresses.Answer(request, institution, source, found => Task.FromResult(
            !kinds.Any(lms => lms.Kind == found.Kind && lms.AsksFirst) ? OnlyPost(request)
            : Uri.CheckHostName(request.Headers[Origin]) == UriHostNameType.Unknown ? ApiAnswers.BadRequest(request, "hook.noOrigin")
            : Allow(request, found)));

    /// <summary>Tells who opens the address in a browser what it is for, or that there is no such source.</summary>
    [Function("LookAtHook")]
    public Task<IResult> Look(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "hooks/{institution}/{source}")] HttpRequest request,
        string institution,
        string source) =>
        addresses.Answer(request, institution, source, _ => Task.FromResult(OnlyPost(request)));

    private static IResult Allow(HttpRequest request, Source source)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.Allow = HttpMethods.Post;
        headers["WebHook-Allowed-Origin"] = request.Headers[Origin];
        headers["WebHook-Allowed-Rate"] = source.PerMinute is { } most ? $"{most}" : AnyRate;
        return Results.Ok();
    }

    private static IResult OnlyPost(HttpRequest request)
    {
        request.HttpContext.Response.Headers.Allow = HttpMethods.Post;
        return ApiAnswers.Problem(request, StatusCodes.Status405MethodNotAllowed, "hook.onlyPost");
    }
}
