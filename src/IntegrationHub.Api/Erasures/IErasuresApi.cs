using Refit;

namespace IntegrationHub.Api;

/// <summary>Erasures of learners' data.</summary>
public interface IErasuresApi
{
    /// <summary>Erases a learner's data; 202, 404 for an unknown institution or learner.</summary>
    [Post("/api/erasures")]
    Task<ErasureResponse> Erase([Body] ErasureRequest request, CancellationToken cancellation = default);

    /// <summary>The ledger's line of an erasure; 404 where there is none.</summary>
    [Get("/api/erasures/{institution}/{learner}")]
    Task<ErasureResponse> Erasure(string institution, string learner, CancellationToken cancellation = default);

    /// <summary>Replays all erasures of an institution's ledger, as after a restore; 202.</summary>
    [Post("/api/erasures/{institution}")]
    Task<ErasureReplayResponse> ReplayErasures(string institution, CancellationToken cancellation = default);
}

/// <summary>Asks for an erasure.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="StudentNumber">The learner's student number.</param>
public sealed record ErasureRequest(string? Institution, string? StudentNumber);

/// <summary>A line of the ledger of erasures.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Learner">The learner's opaque id.</param>
/// <param name="Asked">When it was asked for, UTC.</param>
/// <param name="Done">When it was last done, UTC; null while it is under way.</param>
/// <param name="Credentials">Number of credentials that lost their documents.</param>
/// <param name="Awards">Number of awards that were stripped.</param>
/// <param name="Deliveries">Number of raw deliveries that were deleted.</param>
/// <param name="Kept">What stays elsewhere: transcript, badgePlatform, lms, messages, batches.</param>
public sealed record ErasureResponse(
    string Institution, string Learner, DateTimeOffset Asked, DateTimeOffset? Done,
    int Credentials, int Awards, int Deliveries, IReadOnlyList<string> Kept);

/// <summary>What a replay of the ledger starts.</summary>
/// <param name="Learners">The learners' opaque ids.</param>
public sealed record ErasureReplayResponse(IReadOnlyList<string> Learners);
