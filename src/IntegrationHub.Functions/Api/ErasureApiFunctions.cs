using IntegrationHub.Api;
using IntegrationHub.Core.Erasures;
using IntegrationHub.Core.Institutions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Erasures over HTTP (law 15).</summary>
public sealed class ErasureApiFunctions(ApiHandler api, ErasureDesk desk, IInstitutions institutions)
{
    /// <inheritdoc cref="IErasuresApi.Erase"/>
    [Function("ApiErase")]
    public Task<IResult> Erase([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/erasures")] HttpRequest request, CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            if (await ApiHandler.Read<ErasureRequest>(request, cancellation) is not { Institution.Length: > 0, StudentNumber.Length: > 0 } wish)
                return ApiHandler.Problem(request, StatusCodes.Status400BadRequest, "api.unreadable", """{"institution": "lacnord", "studentNumber": "900123456"}""");
            if (institutions.Find(wish.Institution, out _) != InstitutionState.InForce)
                return ApiHandler.Problem(request, StatusCodes.Status404NotFound, "api.noInstitution", wish.Institution);
            return await desk.Erase(wish.Institution, wish.StudentNumber, cancellation) is { } line
                ? ApiHandler.Json(ToApi(line), StatusCodes.Status202Accepted)
                : ApiHandler.Problem(request, StatusCodes.Status404NotFound, "api.noLearner", wish.Institution);
        });

    /// <inheritdoc cref="IErasuresApi.Erasure"/>
    [Function("ApiErasure")]
    public Task<IResult> One(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/erasures/{institution}/{learner}")] HttpRequest request,
        string institution,
        string learner,
        CancellationToken cancellation) =>
        api.Answer(request, async () => await desk.Find(institution, learner, cancellation) is { } line
            ? ApiHandler.Json(ToApi(line))
            : ApiHandler.Problem(request, StatusCodes.Status404NotFound, "api.noErasure"));

    /// <inheritdoc cref="IErasuresApi.ReplayErasures"/>
    [Function("ApiErasuresReplay")]
    public Task<IResult> Replay([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/erasures/{institution}")] HttpRequest request, string institution, CancellationToken cancellation) =>
        api.Answer(request, async () => institutions.Find(institution, out _) == InstitutionState.InForce
            ? ApiHandler.Json(new ErasureReplayResponse([.. (await desk.Replay(institution, cancellation)).Select(line => line.Learner)]), StatusCodes.Status202Accepted)
            : ApiHandler.Problem(request, StatusCodes.Status404NotFound, "api.noInstitution", institution));

    private static ErasureResponse ToApi(Erasure line) => new(
        line.Institution, line.Learner, line.Asked, line.Done, line.Credentials, line.Awards, line.Deliveries, [.. line.Kept.Select(place => HubJson.NameOf(place))]);
}
