using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Awards over HTTP.</summary>
public sealed class AwardFunctions(Api api, AwardQueries awards, AttentionCommands commands, CredentialQueries credentials, IInstitutions institutions)
{
    private const int Days = 7;
    private const int Most = 200;

    /// <summary>The latest awards, the newest first. Query: <c>institution</c> (default: all), <c>days</c> (7), <c>most</c> (200).</summary>
    [Function("ApiAwards")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/awards")] HttpRequest request, CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            var only = request.Query["institution"].ToString();
            var days = int.TryParse(request.Query["days"], out var asked) ? Math.Clamp(asked, 1, 366) : Days;
            var most = int.TryParse(request.Query["most"], out var many) ? Math.Clamp(many, 1, 1000) : Most;
            var found = new List<AwardJson>();
            foreach (var institution in institutions.All.Where(institution => only.Length == 0 || institution.Id == only))
                found.AddRange((await awards.Recent(institution.Id, days, most, cancellation)).Select(view => AwardJson.Of(view, withTimeline: false)));
            return Api.Json(found);
        });

    /// <summary>One award with its timeline; 404 where there is none.</summary>
    [Function("ApiAward")]
    public Task<IResult> One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/awards/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        api.Answer(request, async () => AwardId.TryParse(id, out var award) && await awards.Find(award, cancellation) is { } view
            ? Api.Json(AwardJson.Of(view, withTimeline: true, (await credentials.Find(award, cancellation))?.Holding))
            : NoSuchAward(request, id));

    /// <summary>Replays a step, or all that failed; 202 with the steps' names.</summary>
    [Function("ApiReplay")]
    public Task<IResult> Replay(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/awards/{id}/replay/{step?}")] HttpRequest request,
        string id,
        string? step,
        CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            StepName? only = null;
            if (!string.IsNullOrEmpty(step))
            {
                if (!Enum.TryParse<StepName>(step, ignoreCase: true, out var name) || !Enum.IsDefined(name))
                    return Api.Problem(request, StatusCodes.Status400BadRequest, "api.noStep", step);
                only = name;
            }

            return AwardId.TryParse(id, out var award) && await commands.Replay(award, only, cancellation) is { } replayed
                ? Api.Json(new { replayed }, StatusCodes.Status202Accepted)
                : NoSuchAward(request, id);
        });

    private static IResult NoSuchAward(HttpRequest request, string id) => Api.Problem(request, StatusCodes.Status404NotFound, "api.noAward", id);
}
