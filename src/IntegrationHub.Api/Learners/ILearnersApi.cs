using Refit;

namespace IntegrationHub.Api;

/// <summary>Learners.</summary>
public interface ILearnersApi
{
    /// <summary>
    /// Merges a learner who is known twice; 202, 404 for an unknown student, 409 where both are one, 503 where the SIS does not answer.
    /// </summary>
    [Post("/api/learners/{institution}/merge")]
    Task<MergeResponse> Merge(string institution, [Body] MergeRequest request, CancellationToken cancellation = default);
}

/// <summary>Merges a learner who is known by two student numbers.</summary>
/// <param name="From">Student number to merge away.</param>
/// <param name="Into">Student number to keep.</param>
public sealed record MergeRequest(string? From, string? Into);

/// <summary>What a merger moves.</summary>
/// <param name="Moved">Number of micro-credentials.</param>
public sealed record MergeResponse(int Moved);
