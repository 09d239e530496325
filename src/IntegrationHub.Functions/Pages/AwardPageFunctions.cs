using IntegrationHub.Console;
using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Credentials;
using IntegrationHub.Core.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Everything about one award.</summary>
public sealed class AwardPageFunctions(Pages pages, AwardReader awards, Desk desk, CredentialDesk credentials)
{
    /// <summary>The page.</summary>
    [Function("PageAward")]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "awards/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.Show(request, async page => AwardId.TryParse(id, out var award) && await awards.Find(award, cancellation) is { } view
            ? ConsolePages.Award(page, view, await credentials.Find(award, cancellation))
            : ConsolePages.NotFound(page));

    /// <summary>Replays a step.</summary>
    [Function("PageReplay")]
    public Task<IResult> Replay(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "awards/{id}/replay/{step}")] HttpRequest request,
        string id,
        string step,
        CancellationToken cancellation) =>
        pages.Take(request, async (page, _) =>
            AwardId.TryParse(id, out var award) && Enum.TryParse<StepName>(step, ignoreCase: true, out var name) && Enum.IsDefined(name) && await desk.Replay(award, name, cancellation) is not null
                ? Results.Redirect($"{page.To($"/awards/{award}")}&done=replayed")
                : ConsolePages.NotFound(page));

    /// <summary>Suspends, resumes or revokes the award's credential; a revocation only if it is confirmed.</summary>
    [Function("PageStanding")]
    public Task<IResult> Standing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "awards/{id}/credential/{act}")] HttpRequest request,
        string id,
        string act,
        CancellationToken cancellation) =>
        pages.Take(request, async (page, form) =>
        {
            if (!AwardId.TryParse(id, out var award) || StandingOf(act) is not { } standing)
                return ConsolePages.NotFound(page);
            if (standing == Core.Credentials.Standing.Revoked && form["sure"] != "yes")
                return ConsolePages.Problem(page, Problem.Unconfirmed);
            var verdict = await credentials.Change(award, standing, form["reason"], cancellation);
            return verdict == StandingVerdict.Accepted
                ? Results.Redirect($"{page.To($"/awards/{award}")}&done=standingchanged")
                : ConsolePages.Refused(page, verdict);
        });

    private static Standing? StandingOf(string act) => act switch
    {
        "suspend" => Core.Credentials.Standing.Suspended,
        "resume" => Core.Credentials.Standing.Valid,
        "revoke" => Core.Credentials.Standing.Revoked,
        _ => null,
    };
}
