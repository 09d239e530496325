using IntegrationHub.Console;
using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Everything about one award.</summary>
public sealed class AwardPageFunctions(Pages pages, AwardReader awards, Desk desk)
{
    /// <summary>The page.</summary>
    [Function("PageAward")]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "awards/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.Show(request, async page => AwardId.TryParse(id, out var award) && await awards.Find(award, cancellation) is { } view
            ? ConsolePages.Award(page, view)
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
}
