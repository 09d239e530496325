using IntegrationHub.Api;
using IntegrationHub.Functions.Acts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Pages;

/// <summary>What people do with attention items, from the pages.</summary>
public sealed class AttentionPageFunctions(PageHandler pages, AttentionActs acts)
{
    private const string Item = "attention/{institution}/{id}";

    /// <inheritdoc cref="AttentionActs.Identify"/>
    [Function("PageIdentify")]
    public Task<IResult> Identify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/identify")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) =>
        pages.Act(request, form => acts.Identify(institution, id, new IdentifyRequest(form["studentNumber"]), cancellation));

    /// <inheritdoc cref="AttentionActs.Retry"/>
    [Function("PageRetry")]
    public Task<IResult> Retry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/retry")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) =>
        pages.Act(request, _ => acts.Retry(institution, id, cancellation));

    /// <inheritdoc cref="AttentionActs.Waive"/>
    [Function("PageWaive")]
    public Task<IResult> Waive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/waive")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) =>
        pages.Act(request, _ => acts.Waive(institution, id, cancellation));

    /// <inheritdoc cref="AttentionActs.Take"/>
    [Function("PageTake")]
    public Task<IResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/take")] HttpRequest request,
        string institution,
        string id) =>
        pages.Act(request, form => acts.Take(institution, id, new TakeRequest(form["as"])));

    /// <inheritdoc cref="AttentionActs.Discard"/>
    [Function("PageDiscard")]
    public Task<IResult> Discard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/discard")] HttpRequest request,
        string institution,
        string id) =>
        pages.Act(request, form => acts.Discard(institution, id, new ActRequest(form["reason"])));

    /// <inheritdoc cref="AttentionActs.PutAside"/>
    [Function("PagePutAside")]
    public Task<IResult> PutAside(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/aside")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) =>
        pages.Act(request, _ => acts.PutAside(institution, id, cancellation));

    /// <inheritdoc cref="AttentionActs.Dismiss"/>
    [Function("PageDismiss")]
    public Task<IResult> Dismiss(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/dismiss")] HttpRequest request,
        string institution,
        string id) =>
        pages.Act(request, form => acts.Dismiss(institution, id, new ActRequest(form["reason"])));

    /// <inheritdoc cref="AttentionActs.Restore"/>
    [Function("PageRestore")]
    public Task<IResult> Restore(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Item}/restore")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) =>
        pages.Act(request, _ => acts.Restore(institution, id, cancellation));
}
