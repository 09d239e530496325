using IntegrationHub.Api;
using IntegrationHub.Functions.Acts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Api;

/// <summary>What people do with awards and learners, over HTTP.</summary>
public sealed class ActFunctions(ApiHandler api, AwardActs acts)
{
    /// <inheritdoc cref="IAwardsApi.Act"/>
    [Function("ApiAct")]
    public Task<IResult> Act(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/awards/{id}/acts/{act}")] HttpRequest request,
        string id,
        string act,
        CancellationToken cancellation) =>
        api.Act<ActRequest>(request, given => acts.Decide(id, act, given, isConfirmed: true, cancellation), cancellation);

    /// <inheritdoc cref="IAwardsApi.Move"/>
    [Function("ApiMove")]
    public Task<IResult> Move(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/awards/{id}/move")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        api.Act<MoveRequest>(request, given => acts.Move(id, given, cancellation), cancellation);

    /// <inheritdoc cref="IAwardsApi.Replay"/>
    [Function("ApiReplay")]
    public Task<IResult> Replay(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/awards/{id}/replay/{step?}")] HttpRequest request,
        string id,
        string? step,
        CancellationToken cancellation) =>
        api.Act(request, () => acts.Replay(id, step, cancellation));

    /// <inheritdoc cref="ILearnersApi.Merge"/>
    [Function("ApiMerge")]
    public Task<IResult> Merge(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/learners/{institution}/merge")] HttpRequest request,
        string institution,
        CancellationToken cancellation) =>
        api.Act<MergeRequest>(request, given => acts.Merge(institution, given, cancellation), cancellation);
}
