using IntegrationHub.Core.Reconciliation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Reconciliations with LMSs over HTTP.</summary>
public sealed class ReconciliationFunctions(Api api, ReconciliationCommands commands)
{
    private const string Example = """{"institution": "lacnord", "source": "canvas", "since": "2026-11-01T00:00:00Z"}""";

    /// <summary>Begins a reconciliation; 202 with its report so far. Without <c>since</c>: from a day before the end of the last complete one.</summary>
    [Function("ApiReconcile")]
    public Task<IResult> Begin([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reconciliations")] HttpRequest request, CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            if (await Api.Read<Wish>(request, cancellation) is not { Institution.Length: > 0, Source.Length: > 0 } wish)
                return Api.Problem(request, StatusCodes.Status400BadRequest, "api.unreadable", Example);
            return await commands.Begin(wish.Institution, wish.Source, wish.Since, cancellation) is { } begun
                ? Api.Json(ReportJson.Of(new(begun, [])), StatusCodes.Status202Accepted)
                : Api.Problem(request, StatusCodes.Status404NotFound, "api.noApi", wish.Institution, wish.Source);
        });

    /// <summary>A reconciliation's report; 404 where there is none.</summary>
    [Function("ApiReconciliation")]
    public Task<IResult> One(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reconciliations/{institution}/{source}/{id}")] HttpRequest request,
        string institution,
        string source,
        string id,
        CancellationToken cancellation) =>
        api.Answer(request, async () => await commands.Find(institution, source, id, cancellation) is { } report
            ? Api.Json(ReportJson.Of(report))
            : Api.Problem(request, StatusCodes.Status404NotFound, "api.noReconciliation", id));

    /// <summary>A source's reconciliations of the last thirty days, the newest first, without their courses.</summary>
    [Function("ApiReconciliations")]
    public Task<IResult> Latest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reconciliations/{institution}/{source}")] HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation) =>
        api.Answer(request, async () => Api.Json((await commands.Latest(institution, source, cancellation)).Select(one => ReportJson.Of(new(one, [])))));

    /// <summary>The body of a request.</summary>
    /// <param name="Institution">The tenant.</param>
    /// <param name="Source">Name of the source.</param>
    /// <param name="Since">From when on, UTC.</param>
    public sealed record Wish(string? Institution, string? Source, DateTimeOffset? Since);

    /// <summary>A reconciliation as the API gives it.</summary>
    /// <param name="Id">Its name.</param>
    /// <param name="Institution">The tenant.</param>
    /// <param name="Source">Name of the source.</param>
    /// <param name="Since">Beginning of the window, UTC.</param>
    /// <param name="Until">End of the window, UTC.</param>
    /// <param name="State">How far it is.</param>
    /// <param name="Ended">When it ended, UTC; null while it runs.</param>
    /// <param name="Found">What the LMS has in the window, so far.</param>
    /// <param name="New">What of it never came and is taken in.</param>
    /// <param name="AlreadyThere">What of it the hub has.</param>
    /// <param name="Courses">Each course; empty before they are known.</param>
    public sealed record ReportJson(
        string Id, string Institution, string Source, DateTimeOffset Since, DateTimeOffset Until, ReconciliationState State, DateTimeOffset? Ended,
        int Found, int New, int AlreadyThere, IReadOnlyList<CourseJson> Courses)
    {
        /// <summary>A report.</summary>
        public static ReportJson Of(ReconciliationReport report)
        {
            var (run, courses) = (report.Reconciliation, report.Courses);
            return new(
                run.Id, run.Institution, run.Source, run.Window.Since, run.Window.Until, run.State, run.Ended,
                courses.Sum(course => course.Found), courses.Sum(course => course.New), courses.Sum(course => course.AlreadyThere),
                [.. courses.Select(course => new CourseJson(course.Course.Id, course.Course.Names, course.Found, course.New, course.AlreadyThere, course.Ended, course.Error))]);
        }
    }

    /// <summary>A course of a reconciliation as the API gives it.</summary>
    /// <param name="Id">The LMS's id.</param>
    /// <param name="Names">All its ids.</param>
    /// <param name="Found">What the LMS has in the window.</param>
    /// <param name="New">What of it never came.</param>
    /// <param name="AlreadyThere">What of it the hub has.</param>
    /// <param name="Ended">When it ended, UTC; null while it is under way.</param>
    /// <param name="Error">What went wrong last; with an end: why it could not be compared.</param>
    public sealed record CourseJson(string Id, IReadOnlyList<string> Names, int Found, int New, int AlreadyThere, DateTimeOffset? Ended, string? Error);
}
