using IntegrationHub.Api;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Api;

/// <summary>Erasures over HTTP (law 15).</summary>
public sealed class ErasureApiFunctions(ApiHandler api, ErasureCommands desk, IInstitutions institutions)
{
    private const string Example = """{"institution": "lacnord", "studentNumber": "900123456"}""";

    /// <inheritdoc cref="IErasuresApi.Erase"/>
    [Function("ApiErase")]
    public Task<IResult> Erase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/erasures")] HttpRequest request,
        CancellationToken cancellation) => api.Answer(request, async () =>
        {
            var asked = await ApiHandler.Read<ErasureRequest>(request, cancellation);
            if (asked is not { Institution.Length: > 0, StudentNumber.Length: > 0 } wish)
                return ApiAnswers.BadRequest(request, "api.unreadable", Example);
            if (institutions.Find(wish.Institution, out _) != InstitutionState.InForce)
                return ApiAnswers.NotFound(request, "api.noInstitution", wish.Institution);
            return await desk.Erase(wish.Institution, wish.StudentNumber, cancellation) is { } line
                ? ApiAnswers.Json(ToApi(line), StatusCodes.Status202Accepted)
                : ApiAnswers.NotFound(request, "api.noLearner", wish.Institution);
        });

    /// <inheritdoc cref="IErasuresApi.Erasure"/>
    [Function("ApiErasure")]
    public Task<IResult> One(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/erasures/{institution}/{learner}")] HttpRequest request,
        string institution,
        string learner,
        CancellationToken cancellation) =>
        api.Answer(request, async () =>
            await desk.Find(institution, learner, cancellation) is { } line
                ? ApiAnswers.Json(ToApi(line))
                : ApiAnswers.NotFound(request, "api.noErasure"));

    /// <inheritdoc cref="IErasuresApi.ReplayErasures"/>
    [Function("ApiErasuresReplay")]
    public Task<IResult> Replay(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/erasures/{institution}")] HttpRequest request,
        string institution,
        CancellationToken cancellation) => api.Answer(request, async () =>
        {
            if (institutions.Find(institution, out _) != InstitutionState.InForce)
                return ApiAnswers.NotFound(request, "api.noInstitution", institution);
            var lines = await desk.Replay(institution, cancellation);
            return ApiAnswers.Json(new ErasureReplayResponse([.. lines.Select(line => line.Learner)]), StatusCodes.Status202Accepted);
        });

    private static ErasureResponse ToApi(Erasure line) =>
        new(
            line.Institution,
            line.Learner,
            line.Asked,
            line.Done,
            line.Credentials,
            line.Awards,
            line.Deliveries,
            [.. line.Kept.Select(place => HubJson.NameOf(place))]);
}
