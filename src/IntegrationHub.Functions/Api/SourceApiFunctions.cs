using IntegrationHub.Core.Intake;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Sources over HTTP.</summary>
public sealed class SourceApiFunctions(Api api, SourceReader sources, ISourceTester tester)
{
    /// <summary>Every source of every institution.</summary>
    [Function("ApiSources")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sources")] HttpRequest request, CancellationToken cancellation) =>
        api.Answer(request, async () => Api.Json((await sources.All(cancellation)).Select(SourceJson.Of)));

    /// <summary>One source; 404 where there is none of that name.</summary>
    [Function("ApiSource")]
    public Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sources/{institution}/{source}")] HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation) =>
        api.Answer(request, async () => await sources.Find(institution, source, cancellation) is { } view
            ? Api.Json(SourceJson.Of(view))
            : Api.Problem(request, StatusCodes.Status404NotFound, "api.noSource", source, institution));

    /// <summary>Sends a test event; 200 with what came of it, whatever that is.</summary>
    [Function("ApiSourceTest")]
    public Task<IResult> Test(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sources/{institution}/{source}/test")] HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation) =>
        api.Answer(request, async () => await sources.Find(institution, source, cancellation) is { } view
            ? Api.Json(await tester.Send(view.Institution, view.Source, cancellation))
            : Api.Problem(request, StatusCodes.Status404NotFound, "api.noSource", source, institution));
}
