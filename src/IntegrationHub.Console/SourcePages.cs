using IntegrationHub.Console.Shared;
using IntegrationHub.Console.Sources;
using IntegrationHub.Console.Systems;
using IntegrationHub.Core.Intake;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Console;

/// <summary>The pages for those who connect sources.</summary>
public static partial class ConsolePages
{
    /// <summary><c>GET /sources</c>: every source, and how it stands.</summary>
    public static IResult Sources(PageContext page, IReadOnlyList<SourceView> sources) =>
        Page<SourcesPage>(200, page, ("Sources", sources));

    /// <summary><c>GET /systems</c>: every kind of system that can be connected, and what it asks of an institution's file.</summary>
    public static IResult Systems(PageContext page) => Page<SystemsPage>(200, page);

    /// <summary><c>GET /sources/{institution}/{source}</c>: how to connect it, and what was heard of it.</summary>
    /// <param name="page">The request.</param>
    /// <param name="view">The source.</param>
    /// <param name="outcome">What came of a test event that was just sent; null where none was.</param>
    /// <param name="status">The HTTP status it was answered; null where nothing answered.</param>
    public static IResult Source(PageContext page, SourceView view, TestOutcome? outcome = null, int? status = null) =>
        Page<SourcePage>(200, page, ("View", view), ("Outcome", outcome), ("Status", status));

    /// <summary>
    /// <c>GET /sources/{institution}/{source}/heard</c>: the last deliveries again; 204 where they are as the browser has them.
    /// </summary>
    /// <param name="page">The request.</param>
    /// <param name="view">The source.</param>
    /// <param name="seen">The query's <c>seen</c>: what the browser has.</param>
    public static IResult SourceHeard(PageContext page, SourceView view, string? seen) =>
        seen == Seen.Of(view) ? Results.NoContent() : Page<SourceHeard>(200, page, ("View", view));
}
