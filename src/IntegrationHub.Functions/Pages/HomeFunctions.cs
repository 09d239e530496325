using IntegrationHub.Console;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Pages;

/// <summary>The first page: what needs a person, and the latest awards.</summary>
public sealed class HomeFunctions(PageHandler pages, AwardQueries awards, AttentionReader attention, IInstitutions institutions)
{
    private const int Days = 7;
    private const int Most = 50;

    /// <summary>The page.</summary>
    [Function("PageHome")]
    public Task<IResult> Home(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{ignored:maxlength(0)?}")] HttpRequest request,
        CancellationToken cancellation
    ) => pages.Show(request, async page => ConsolePages.Home(page, await Awards(cancellation), await Attention(cancellation)));

    /// <summary>The awards alone, for the page to refresh itself.</summary>
    [Function("PageHomeList")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "home/list")] HttpRequest request,
        CancellationToken cancellation) =>
        pages.Show(request, async page =>
            ConsolePages.HomeList(page, await Awards(cancellation), await Attention(cancellation), request.Query["seen"]));

    /// <summary>The attention items alone.</summary>
    [Function("PageHomeAttention")]
    public Task<IResult> Items(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "home/attention")] HttpRequest request,
        CancellationToken cancellation
    ) => pages.Show(request, async page => ConsolePages.HomeAttention(page, await Attention(cancellation), request.Query["seen"]));

    private async Task<IReadOnlyList<AwardView>> Awards(CancellationToken cancellation)
    {
        var found = await Task.WhenAll(institutions.All.Select(institution => awards.Recent(institution.Id, Days, Most, cancellation)));
        return [.. found.SelectMany(views => views).OrderByDescending(view => view.Award.Opened).Take(Most)];
    }

    private Task<IReadOnlyList<AttentionItem>> Attention(CancellationToken cancellation) => attention.All(only: null, cancellation);
}
