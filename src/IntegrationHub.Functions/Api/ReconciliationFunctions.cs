using IntegrationHub.Api;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Api;

/// <summary>Reconciliations with LMSs over HTTP.</summary>
public sealed class ReconciliationFunctions(ApiHandler api, ReconciliationCommands desk)
{
    private const string Example = """{"institution": "lacnord", "source": "canvas", "since": "2026-11-01T00:00:00Z"}""";

    /// <inheritdoc cref="IReconciliationsApi.Reconcile"/>
    [Function("ApiReconcile")]
    public Task<IResult> Begin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reconciliations")] HttpRequest request,
        CancellationToken cancellation) => api.Answer(request, async () =>
        {
            var asked = await ApiHandler.Read<ReconciliationRequest>(request, cancellation);
            if (asked is not { Institution.Length: > 0, Source.Length: > 0 } wish)
                return ApiAnswers.BadRequest(request, "api.unreadable", Example);
            return await desk.Begin(wish.Institution, wish.Source, wish.Since, cancellation) is { } begun
                ? ApiAnswers.Json(new ReconciliationReport(begun, []).ToApi(), StatusCodes.Status202Accepted)
                : ApiAnswers.NotFound(request, "api.noApi", wish.Institution, wish.Source);
        });

    /// <inheritdoc cref="IReconciliationsApi.Reconciliation"/>
    [Function("ApiReconciliation")]
    public Task<IResult> One(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reconciliations/{institution}/{source}/{id}")]
        HttpRequest request,
        string institution,
        string source,
        string id,
        CancellationToken cancellation) =>
        api.Answer(request, async () =>
            await desk.Find(institution, source, id, cancellation) is { } report
                ? ApiAnswers.Json(report.ToApi())
                : ApiAnswers.NotFound(request, "api.noReconciliation", id));

    /// <inheritdoc cref="IReconciliationsApi.Reconciliations"/>
    [Function("ApiReconciliations")]
    public Task<IResult> Latest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reconciliations/{institution}/{source}")]
        HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation) => api.Answer(request, async () =>
        {
            var latest = await desk.Latest(institution, source, cancellation);
            return ApiAnswers.Json(latest.Select(one => new ReconciliationReport(one, []).ToApi()));
        });
}
