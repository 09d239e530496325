using IntegrationHub.Api;
using IntegrationHub.Core.Intake;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Api;

/// <summary>Sources over HTTP.</summary>
public sealed class SourceApiFunctions(ApiHandler api, SourceReader sources, ISourceTester tester)
{
    /// <inheritdoc cref="ISourcesApi.Sources"/>
    [Function("ApiSources")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/sources")] HttpRequest request,
        CancellationToken cancellation
    ) => api.Answer(request, async () => ApiAnswers.Json((await sources.All(cancellation)).Select(source => source.ToApi())));

    /// <inheritdoc cref="ISourcesApi.Source"/>
    [Function("ApiSource")]
    public Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/sources/{institution}/{source}")] HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation) =>
        api.Answer(request, async () => await sources.Find(institution, source, cancellation) is { } view
            ? ApiAnswers.Json(view.ToApi())
            : ApiAnswers.NotFound(request, "api.noSource", source, institution));

    /// <inheritdoc cref="ISourcesApi.TestSource"/>
    [Function("ApiSourceTest")]
    public Task<IResult> Test(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sources/{institution}/{source}/test")] HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation) =>
        api.Answer(request, async () => await sources.Find(institution, source, cancellation) is { } view
            ? ApiAnswers.Json((await tester.Send(view.Institution, view.Source, cancellation)).ToApi())
            : ApiAnswers.NotFound(request, "api.noSource", source, institution));
}
