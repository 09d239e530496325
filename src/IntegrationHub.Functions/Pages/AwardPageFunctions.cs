using IntegrationHub.Api;
using IntegrationHub.Console;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Functions.Acts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Pages;

/// <summary>Everything about one award, and what people do with it from its page.</summary>
public sealed class AwardPageFunctions(PageHandler pages, AwardQueries awards, AwardActs acts, CredentialQueries credentials)
{
    /// <summary>The page.</summary>
    [Function("PageAward")]
    public Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "awards/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        pages.Show(request, async page =>
            AwardId.TryParse(id, out var award) && await awards.Find(award, cancellation) is { } view
                ? ConsolePages.Award(page, view, await credentials.Find(award, cancellation))
                : ConsolePages.NotFound(page));

    /// <inheritdoc cref="AwardActs.Replay"/>
    [Function("PageReplay")]
    public Task<IResult> Replay(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "awards/{id}/replay/{step}")] HttpRequest request,
        string id,
        string step,
        CancellationToken cancellation) => pages.Act(request, _ => acts.Replay(id, step, cancellation));

    /// <inheritdoc cref="AwardActs.Decide"/>
    [Function("PageAct")]
    public Task<IResult> Act(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "awards/{id}/acts/{act}")] HttpRequest request,
        string id,
        string act,
        CancellationToken cancellation
    ) => pages.Act(request, form => acts.Decide(id, act, new ActRequest(form["reason"]), form["sure"] == "yes", cancellation));

    /// <inheritdoc cref="AwardActs.Move"/>
    [Function("PageMove")]
    public Task<IResult> Move(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "awards/{id}/move")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) => pages.Act(request, form => acts.Move(id, new MoveRequest(form["reason"], form["student"]), cancellation));
}
