using Refit;

namespace IntegrationHub.Api;

/// <summary>Awards: reading them, replaying their steps, deciding about them.</summary>
public interface IAwardsApi
{
    /// <summary>The latest awards, the newest first, without rules and timeline.</summary>
    /// <param name="institution">Only of this institution; null for all.</param>
    /// <param name="days">How many days back, 1 to 366; null for 7.</param>
    /// <param name="most">At most so many per institution, 1 to 1000; null for 200.</param>
    /// <param name="cancellation">Cancels the request.</param>
    [Get("/api/awards")]
    Task<IReadOnlyList<AwardResponse>> Awards(
        string? institution = null, int? days = null, int? most = null, CancellationToken cancellation = default);

    /// <summary>One award with its rules and timeline; 404 where there is none.</summary>
    [Get("/api/awards/{id}")]
    Task<AwardResponse> Award(string id, CancellationToken cancellation = default);

    /// <summary>Replays a step, or all that failed; 202, 400 for an unknown step, 404 for an unknown award.</summary>
    /// <param name="id">Award id.</param>
    /// <param name="step">transcript, badge, channel or learner; null for all that failed.</param>
    /// <param name="cancellation">Cancels the request.</param>
    [Post("/api/awards/{id}/replay/{step}")]
    Task<ReplayResponse> Replay(string id, string? step = null, CancellationToken cancellation = default);

    /// <summary>Decides about an award; 202, 400 without a needed reason, 404 for an unknown award, 409 where it does not apply.</summary>
    /// <param name="id">Award id.</param>
    /// <param name="act">approve, decline, uphold, suspend, resume, revoke or reaward.</param>
    /// <param name="request">Why.</param>
    /// <param name="cancellation">Cancels the request.</param>
    [Post("/api/awards/{id}/acts/{act}")]
    Task<ActResponse> Act(string id, string act, [Body] ActRequest request, CancellationToken cancellation = default);

    /// <summary>
    /// Moves an award's evidence to the student it belongs to; 202, 404 for an unknown award or student, 503 where the SIS does not answer.
    /// </summary>
    [Post("/api/awards/{id}/move")]
    Task<ActResponse> Move(string id, [Body] MoveRequest request, CancellationToken cancellation = default);
}
