using Refit;

namespace IntegrationHub.Api;

/// <summary>Attention items: what a person must settle.</summary>
public interface IAttentionApi
{
    /// <summary>The open items, the newest first; or those that were dismissed in the last 90 days.</summary>
    /// <param name="institution">Only of this institution; null for all.</param>
    /// <param name="dismissed">True for the dismissed ones instead of the open ones.</param>
    /// <param name="cancellation">Cancels the request.</param>
    [Get("/api/attention")]
    Task<IReadOnlyList<AttentionItemResponse>> Attention(
        string? institution = null,
        bool? dismissed = null,
        CancellationToken cancellation = default);

    /// <summary>
    /// Tries again what waits for an item; 202, 404 for an unknown item, or one whose award is gone: that item is settled.
    /// </summary>
    [Post("/api/attention/{institution}/{id}/retry")]
    Task<ActResponse> Retry(string institution, string id, CancellationToken cancellation = default);

    /// <summary>Waives the missing prerequisites that an item names; 202, 404 for an unknown item.</summary>
    [Post("/api/attention/{institution}/{id}/waive")]
    Task<ActResponse> Waive(string institution, string id, CancellationToken cancellation = default);

    /// <summary>
    /// Says which student the item's unknown or ambiguous learner is; 202, 404 for an unknown item, 422 for an unknown student,
    /// 503 where the SIS does not answer.
    /// </summary>
    [Post("/api/attention/{institution}/{id}/identify")]
    Task<ActResponse> Identify(string institution, string id, [Body] IdentifyRequest request, CancellationToken cancellation = default);

    /// <summary>
    /// Says what counts in place of an item's doubtful or missing result, or which day it was; what waits goes on. 202, 400 for what cannot
    /// be read, 404 for an unknown item, 409 where what waits is read differently by now: retry it.
    /// </summary>
    [Post("/api/attention/{institution}/{id}/take")]
    Task<ActResponse> Take(string institution, string id, [Body] TakeRequest request, CancellationToken cancellation = default);

    /// <summary>Says that what waits for an item does not count; 202, 400 without a reason, 404 for an unknown item.</summary>
    [Post("/api/attention/{institution}/{id}/discard")]
    Task<ActResponse> Discard(string institution, string id, [Body] ActRequest request, CancellationToken cancellation = default);

    /// <summary>Hides an item for 30 days; what waits for it keeps waiting. 202, 404 for an unknown item.</summary>
    [Post("/api/attention/{institution}/{id}/aside")]
    Task<ActResponse> PutAside(string institution, string id, CancellationToken cancellation = default);

    /// <summary>
    /// Dismisses an item that nothing waits for; 202, 400 without a reason, 404 for an unknown item, 409 where something waits.
    /// </summary>
    [Post("/api/attention/{institution}/{id}/dismiss")]
    Task<ActResponse> Dismiss(string institution, string id, [Body] ActRequest request, CancellationToken cancellation = default);

    /// <summary>Brings a dismissed item back; 202, 404 where there is none.</summary>
    [Post("/api/attention/{institution}/{id}/restore")]
    Task<ActResponse> Restore(string institution, string id, CancellationToken cancellation = default);
}

/// <summary>Says who a learner is.</summary>
/// <param name="StudentNumber">The learner's student number.</param>
public sealed record IdentifyRequest(string? StudentNumber);

/// <summary>Says what counts in place of what is doubtful.</summary>
/// <param name="As">
/// Of a result: percent, e.g. 82.5, or pass or fail. Of a time: the day, e.g. 2026-05-01; null or empty confirms the one that is stated.
/// </param>
public sealed record TakeRequest(string? As);
