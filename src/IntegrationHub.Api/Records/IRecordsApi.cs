using Refit;

namespace IntegrationHub.Api;

/// <summary>The registrar's batch files.</summary>
public interface IRecordsApi
{
    /// <summary>The files of an institution, the newest first; 404 for an unknown institution.</summary>
    [Get("/api/records/{institution}")]
    Task<IReadOnlyList<RecordFileResponse>> Records(string institution, CancellationToken cancellation = default);

    /// <summary>The file of a day, as CSV; 404 where there is none.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="day">The day, as 2026-11-24.</param>
    /// <param name="cancellation">Cancels the request.</param>
    [Get("/api/records/{institution}/{day}")]
    Task<string> RecordFile(string institution, string day, CancellationToken cancellation = default);

    /// <summary>Notes that the file of a day was loaded; 409 where its lines are not as stated, or may still grow.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="day">The day, as 2026-11-24.</param>
    /// <param name="request">How many lines were loaded.</param>
    /// <param name="cancellation">Cancels the request.</param>
    [Post("/api/records/{institution}/{day}/loaded")]
    Task<RecordsLoadedResponse> RecordsLoaded(
        string institution, string day, [Body] RecordsLoadedRequest request, CancellationToken cancellation = default);
}

/// <summary>A batch file.</summary>
/// <param name="Day">Its day, as 2026-11-24.</param>
/// <param name="Lines">Number of lines.</param>
/// <param name="Loaded">When the registrar noted that it is loaded, UTC; null before.</param>
public sealed record RecordFileResponse(string Day, int Lines, DateTimeOffset? Loaded);

/// <summary>Notes that a file was loaded.</summary>
/// <param name="Lines">Number of lines; not needed once the day is over.</param>
public sealed record RecordsLoadedRequest(int? Lines);

/// <summary>A file that is noted as loaded.</summary>
/// <param name="Day">Its day, as 2026-11-24.</param>
/// <param name="Lines">Number of lines.</param>
public sealed record RecordsLoadedResponse(string Day, int Lines);
