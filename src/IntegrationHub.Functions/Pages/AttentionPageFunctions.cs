using IntegrationHub.Console;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Failures;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>What people do with attention items.</summary>
public sealed class AttentionPageFunctions(Pages pages, AttentionCommands commands, AwardCommands awards)
{
    /// <summary>Says which student an unknown learner is.</summary>
    [Function("PageIdentify")]
    public Task<IResult> Identify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "attention/{institution}/{id}/identify")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) =>
        pages.Take(request, async (page, form) =>
        {
            if (form["studentNumber"].ToString().Trim() is not { Length: > 0 } number)
                return ConsolePages.Problem(page, Problem.StudentNumberMissing);
            try
            {
                return await commands.Identify(institution, id, number, cancellation) switch
                {
                    IdentifyVerdict.Remembered => Done(page, "identified"),
                    IdentifyVerdict.UnknownStudent => ConsolePages.Problem(page, Problem.UnknownStudent),
                    _ => ConsolePages.Problem(page, Problem.ItemGone),
                };
            }
            catch (OutsideException)
            {
                return ConsolePages.Problem(page, Problem.SisUnavailable);
            }
        });

    /// <summary>Lets what waits for an item go on.</summary>
    [Function("PageRetry")]
    public Task<IResult> Retry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "attention/{institution}/{id}/retry")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) =>
        pages.Take(request, async (page, _) => await commands.Retry(institution, id, cancellation)
            ? Done(page, "retried")
            : ConsolePages.Problem(page, Problem.ItemGone));

    /// <summary>Waives the missing prerequisite that an item names.</summary>
    [Function("PageWaive")]
    public Task<IResult> Waive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "attention/{institution}/{id}/waive")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) =>
        pages.Take(request, async (page, _) => await awards.Waive(institution, id, cancellation) == ActVerdict.Accepted
            ? Done(page, "retried")
            : ConsolePages.Problem(page, Problem.ItemGone));

    /// <summary>Puts an item out of the way; what waits for it goes on waiting.</summary>
    [Function("PagePutAside")]
    public Task<IResult> PutAside(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "attention/{institution}/{id}/aside")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) =>
        pages.Take(request, async (page, _) => await commands.PutAside(institution, id, page.Now, cancellation)
            ? Done(page, "putaside")
            : ConsolePages.Problem(page, Problem.ItemGone));

    /// <summary>Takes an item away that nothing waits for.</summary>
    [Function("PageDismiss")]
    public Task<IResult> Dismiss(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "attention/{institution}/{id}/dismiss")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) =>
        pages.Take(request, async (page, _) => await commands.Dismiss(institution, id, CancellationToken.None)
            ? Done(page, "dismissed")
            : ConsolePages.Problem(page, Problem.ItemNeeded));

    private static IResult Done(PageContext page, string what) => Results.Redirect($"{page.To("/")}&done={what}");
}
