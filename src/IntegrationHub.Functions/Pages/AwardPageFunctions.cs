using IntegrationHub.Console;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Everything about one award.</summary>
public sealed class AwardPageFunctions(Pages pages, AwardQueries awards, AttentionCommands commands, AwardCommands acts, CredentialQueries credentials)
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
            AwardId.TryParse(id, out var award) && Enum.TryParse<StepName>(step, ignoreCase: true, out var name) && Enum.IsDefined(name) && await commands.Replay(award, name, cancellation) is not null
                ? Results.Redirect($"{page.To($"/awards/{award}")}&done=replayed")
                : ConsolePages.NotFound(page));

    /// <summary>What a person decides about the award; a revocation only if it is confirmed.</summary>
    [Function("PageAct")]
    public Task<IResult> Act(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "awards/{id}/acts/{act}")] HttpRequest request,
        string id,
        string act,
        CancellationToken cancellation) =>
        pages.Take(request, async (page, form) =>
        {
            if (!AwardId.TryParse(id, out var award) || Acts.Of(act) is not { } kind)
                return ConsolePages.NotFound(page);
            return kind == ActKind.Revoke && form["sure"] != "yes"
                ? ConsolePages.Problem(page, Problem.Unconfirmed)
                : Answer(page, award, await acts.Decide(award, kind, form["reason"], cancellation));
        });

    /// <summary>Moves the award's evidence to the student it belongs to.</summary>
    [Function("PageMove")]
    public Task<IResult> Move(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "awards/{id}/move")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        pages.Take(request, async (page, form) => AwardId.TryParse(id, out var award)
            ? Answer(page, award, await acts.Move(award, form["student"].ToString().Trim(), form["reason"], cancellation))
            : ConsolePages.NotFound(page));

    private static IResult Answer(PageContext page, AwardId award, ActVerdict verdict) => verdict == ActVerdict.Accepted
        ? Results.Redirect($"{page.To($"/awards/{award}")}&done=standingchanged")
        : ConsolePages.Refused(page, verdict, Acts.StatusOf(verdict));
}
