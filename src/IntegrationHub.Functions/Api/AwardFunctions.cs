using IntegrationHub.Api;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Api;

/// <summary>Awards over HTTP.</summary>
public sealed class AwardFunctions(ApiHandler api, AwardQueries awards, CredentialQueries credentials, IInstitutions institutions)
{
    private const int Days = 7;
    private const int Most = 200;

    /// <inheritdoc cref="IAwardsApi.Awards"/>
    [Function("ApiAwards")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/awards")] HttpRequest request,
        CancellationToken cancellation) => api.Answer(request, async () =>
        {
            var only = request.Query["institution"].ToString();
            var days = int.TryParse(request.Query["days"], out var asked) ? Math.Clamp(asked, 1, 366) : Days;
            var most = int.TryParse(request.Query["most"], out var many) ? Math.Clamp(many, 1, 1000) : Most;
            var found = new List<AwardResponse>();
            foreach (var institution in institutions.All.Where(institution => only.Length == 0 || institution.Id == only))
                found.AddRange((await awards.Recent(institution.Id, days, most, cancellation)).Select(view => view.ToApi()));
            return ApiAnswers.Json(found);
        });

    /// <inheritdoc cref="IAwardsApi.Award"/>
    [Function("ApiAward")]
    public Task<IResult> One(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/awards/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        api.Answer(request, async () =>
            AwardId.TryParse(id, out var award) && await awards.Find(award, cancellation) is { } view
                ? ApiAnswers.Json(view.ToApi((await credentials.Find(award, cancellation))?.Holding))
                : ApiAnswers.NotFound(request, "api.noAward", id));
}
