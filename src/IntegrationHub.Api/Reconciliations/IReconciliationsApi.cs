using Refit;

namespace IntegrationHub.Api;

/// <summary>Reconciliations with LMSs.</summary>
public interface IReconciliationsApi
{
    /// <summary>Starts a reconciliation; 202 with its report so far, 404 where the source has no API to ask.</summary>
    [Post("/api/reconciliations")]
    Task<ReconciliationResponse> Reconcile([Body] ReconciliationRequest request, CancellationToken cancellation = default);

    /// <summary>A reconciliation's report; 404 where there is none.</summary>
    [Get("/api/reconciliations/{institution}/{source}/{id}")]
    Task<ReconciliationResponse> Reconciliation(string institution, string source, string id, CancellationToken cancellation = default);

    /// <summary>A source's reconciliations of the last thirty days, the newest first, without their courses.</summary>
    [Get("/api/reconciliations/{institution}/{source}")]
    Task<IReadOnlyList<ReconciliationResponse>> Reconciliations(
        string institution, string source, CancellationToken cancellation = default);
}
