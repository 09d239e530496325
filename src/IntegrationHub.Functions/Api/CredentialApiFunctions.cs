using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Credentials;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>What the institution says of a credential, over HTTP.</summary>
public sealed class CredentialApiFunctions(Api api, CredentialDesk desk)
{
    /// <summary>Suspends, resumes or revokes the credential of an award; 202. Body: <c>{"reason": "…"}</c>, not needed for <c>resume</c>.</summary>
    [Function("ApiCredential")]
    public Task<IResult> Change(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/awards/{id}/credential/{act}")] HttpRequest request,
        string id,
        string act,
        CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            Standing? to = act.ToLowerInvariant() switch { "suspend" => Standing.Suspended, "resume" => Standing.Valid, "revoke" => Standing.Revoked, _ => null };
            if (to is null)
                return Api.Problem(request, StatusCodes.Status400BadRequest, "api.noAct", act);
            if (!AwardId.TryParse(id, out var award))
                return Api.Problem(request, StatusCodes.Status404NotFound, "api.noAward", id);
            var body = to == Standing.Valid ? null : await Api.Read<Wish>(request, cancellation);
            var verdict = await desk.Change(award, to.Value, body?.Reason, cancellation);
            return verdict == StandingVerdict.Accepted
                ? Api.Json(new { award = award.ToString(), standing = to }, StatusCodes.Status202Accepted)
                : Api.Problem(request, StatusOf(verdict), $"api.standing.{verdict}", id, CredentialDesk.LongestReason, """{"reason": "…"}""");
        });

    private static int StatusOf(StandingVerdict verdict) => verdict switch
    {
        StandingVerdict.NoCredential => StatusCodes.Status404NotFound,
        StandingVerdict.Already or StandingVerdict.RevokedForGood => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>The body of a request.</summary>
    /// <param name="Reason">Why; shown to everybody who looks at the credential.</param>
    public sealed record Wish(string? Reason);
}
