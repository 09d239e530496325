using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Erasures over HTTP (law 15).</summary>
public sealed class ErasureApiFunctions(Api api, ErasureCommands commands, IInstitutions institutions)
{
    /// <summary>Has a learner's data erased; 202 with the ledger's line. Body: <c>{"institution": "…", "studentNumber": "…"}</c>.</summary>
    [Function("ApiErase")]
    public Task<IResult> Erase([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/erasures")] HttpRequest request, CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            if (await Api.Read<Wish>(request, cancellation) is not { Institution.Length: > 0, StudentNumber.Length: > 0 } wish)
                return Api.Problem(request, StatusCodes.Status400BadRequest, "api.unreadable", """{"institution": "lacnord", "studentNumber": "900123456"}""");
            if (institutions.Find(wish.Institution, out _) != InstitutionState.InForce)
                return Api.Problem(request, StatusCodes.Status404NotFound, "api.noInstitution", wish.Institution);
            return await commands.Erase(wish.Institution, wish.StudentNumber, cancellation) is { } line
                ? Api.Json(line, StatusCodes.Status202Accepted)
                : Api.Problem(request, StatusCodes.Status404NotFound, "api.noLearner", wish.Institution);
        });

    /// <summary>How far an erasure has come; 404 where the ledger has none.</summary>
    [Function("ApiErasure")]
    public Task<IResult> One(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/erasures/{institution}/{learner}")] HttpRequest request,
        string institution,
        string learner,
        CancellationToken cancellation) =>
        api.Answer(request, async () => await commands.Find(institution, learner, cancellation) is { } line
            ? Api.Json(line)
            : Api.Problem(request, StatusCodes.Status404NotFound, "api.noErasure"));

    /// <summary>Does all erasures of an institution's ledger again, as after a restore; 202 with the ids of the learners.</summary>
    [Function("ApiErasuresReplay")]
    public Task<IResult> Replay([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/erasures/{institution}")] HttpRequest request, string institution, CancellationToken cancellation) =>
        api.Answer(request, async () => institutions.Find(institution, out _) == InstitutionState.InForce
            ? Api.Json(new { learners = (await commands.Replay(institution, cancellation)).Select(line => line.Learner) }, StatusCodes.Status202Accepted)
            : Api.Problem(request, StatusCodes.Status404NotFound, "api.noInstitution", institution));

    /// <summary>The body of a request.</summary>
    /// <param name="Institution">The tenant.</param>
    /// <param name="StudentNumber">The student number.</param>
    public sealed record Wish(string? Institution, string? StudentNumber);
}
