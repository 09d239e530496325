using System.Globalization;
using IntegrationHub.Console;
using IntegrationHub.Core.Intake;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Pages;

/// <summary>The pages for those who connect sources.</summary>
public sealed class SourcePageFunctions(PageHandler pages, SourceReader sources, ISourceTester tester)
{
    /// <summary>Every source.</summary>
    [Function("PageSources")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sources")] HttpRequest request,
        CancellationToken cancellation) => pages.Show(request, async page => ConsolePages.Sources(page, await sources.All(cancellation)));


    /// <summary>What can be connected.</summary>
    [Function("PageSystems")]
    public Task<IResult> Systems([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "systems")] HttpRequest request) =>
        pages.Show(request, page => Task.FromResult(ConsolePages.Systems(page)));

    /// <summary>One source; the query says what came of a test event.</summary>
    [Function("PageSource")]
    public Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sources/{institution}/{source}")] HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation) =>
        pages.Show(request, async page => await sources.Find(institution, source, cancellation) is { } view
                ? ConsolePages.Source(
                    page,
                    view,
                    Outcome(request),
                    int.TryParse(request.Query["status"], NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null)
            : ConsolePages.NotFound(page));

    /// <summary>The last deliveries alone, for the page to refresh itself.</summary>
    [Function("PageSourceHeard")]
    public Task<IResult> Heard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sources/{institution}/{source}/heard")] HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation) =>
        pages.Show(request, async page => await sources.Find(institution, source, cancellation) is { } view
            ? ConsolePages.SourceHeard(page, view, request.Query["seen"])
            : ConsolePages.NotFound(page));

    /// <summary>Sends a test event, then shows what came of it.</summary>
    [Function("PageSourceTest")]
    public Task<IResult> Test(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sources/{institution}/{source}/test")] HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation) =>
        pages.Take(request, async (page, _) =>
        {
            if (await sources.Find(institution, source, cancellation) is not { } view)
                return ConsolePages.NotFound(page);
            var test = await tester.Send(view.Institution, view.Source, cancellation);
            return Results.Redirect(
                $"{page.To($"/sources/{view.Institution.Id}/{view.Source.Name}")}&test={test.Outcome}&status={test.Status}");
        });

    private static TestOutcome? Outcome(HttpRequest request) =>
        Enum.TryParse<TestOutcome>(request.Query["test"], ignoreCase: true, out var outcome) && Enum.IsDefined(outcome) ? outcome : null;
}
