using IntegrationHub.Api;
using IntegrationHub.Core.Attention;
using IntegrationHub.Functions.Acts;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Api;

/// <summary>Attention items over HTTP.</summary>
public sealed class AttentionFunctions(ApiHandler api, AttentionReader attention, AttentionActs acts)
{
    private const string Item = "api/attention/{institution}/{id}";

    /// <inheritdoc cref="IAttentionApi.Attention"/>
    [Function("ApiAttention")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/attention")] HttpRequest request,
        CancellationToken cancellation) => api.Answer(request, async () =>
        {
            var only = request.Query["institution"].ToString();
            var isDismissed = string.Equals(request.Query["dismissed"], "true", StringComparison.OrdinalIgnoreCase);
            var items = await attention.All(only.Length == 0 ? null : only, cancellation);
            return ApiAnswers.Json(items.Where(item => item.Dismissal is null != isDismissed).Select(item => item.ToApi()));
        });

    /// <inheritdoc cref="IAttentionApi.Retry"/>
    [Function("ApiAttentionRetry")]
    public Task<IResult> Retry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/retry")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) => api.Act(request, () => acts.Retry(institution, id, cancellation));

    /// <inheritdoc cref="IAttentionApi.Waive"/>
    [Function("ApiWaive")]
    public Task<IResult> Waive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/waive")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) => api.Act(request, () => acts.Waive(institution, id, cancellation));

    /// <inheritdoc cref="IAttentionApi.Identify"/>
    [Function("ApiAttentionIdentify")]
    public Task<IResult> Identify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/identify")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation
    ) => api.Act<IdentifyRequest>(request, given => acts.Identify(institution, id, given, cancellation), cancellation);

    /// <inheritdoc cref="IAttentionApi.Take"/>
    [Function("ApiAttentionTake")]
    public Task<IResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/take")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) => api.Act<TakeRequest>(request, given => acts.Take(institution, id, given), cancellation);

    /// <inheritdoc cref="IAttentionApi.Discard"/>
    [Function("ApiAttentionDiscard")]
    public Task<IResult> Discard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/discard")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) => api.Act<ActRequest>(request, given => acts.Discard(institution, id, given), cancellation);

    /// <inheritdoc cref="IAttentionApi.PutAside"/>
    [Function("ApiAttentionPutAside")]
    public Task<IResult> PutAside(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/aside")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) => api.Act(request, () => acts.PutAside(institution, id, cancellation));

    /// <inheritdoc cref="IAttentionApi.Dismiss"/>
    [Function("ApiAttentionDismiss")]
    public Task<IResult> Dismiss(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/dismiss")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation
    ) => api.Act<ActRequest>(request, given => acts.Dismiss(institution, id, given), cancellation);

    /// <inheritdoc cref="IAttentionApi.Restore"/>
    [Function("ApiAttentionRestore")]
    public Task<IResult> Restore(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/restore")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) => api.Act(request, () => acts.Restore(institution, id, cancellation));
}
