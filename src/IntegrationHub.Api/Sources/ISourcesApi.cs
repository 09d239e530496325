using Refit;

namespace IntegrationHub.Api;

/// <summary>Sources: the LMS connections of institutions.</summary>
public interface ISourcesApi
{
    /// <summary>Every source of every institution.</summary>
    [Get("/api/sources")]
    Task<IReadOnlyList<SourceResponse>> Sources(CancellationToken cancellation = default);

    /// <summary>One source; 404 where there is none by that name.</summary>
    [Get("/api/sources/{institution}/{source}")]
    Task<SourceResponse> Source(string institution, string source, CancellationToken cancellation = default);

    /// <summary>Sends a test event; 200 with the outcome, whatever it is.</summary>
    [Post("/api/sources/{institution}/{source}/test")]
    Task<SourceTestResponse> TestSource(string institution, string source, CancellationToken cancellation = default);
}
