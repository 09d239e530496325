using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Transcripts;

/// <summary>Where the batch files are kept, one an institution and day. Writes are conditional: who comes second reads again.</summary>
public interface IRecordFiles
{
    /// <summary>Which lines an award has, in which files.</summary>
    Task<RecordTrail> Trail(AwardId award, CancellationToken cancellation);

    /// <summary>Writes an award's trail if it was not changed since it was read.</summary>
    /// <returns>False where another was quicker: nothing was written.</returns>
    Task<bool> Save(RecordTrail trail, CancellationToken cancellation);

    /// <summary>Puts a line into the file of a day, unless that file is loaded already; a line that is there is success.</summary>
    /// <returns>False where the file is loaded and the line is not in it: it needs a later file.</returns>
    Task<bool> Put(string institution, DateOnly day, RecordLine line, CancellationToken cancellation);

    /// <summary>The file of a day; null where there is none.</summary>
    Task<RecordFile?> Find(string institution, DateOnly day, CancellationToken cancellation);

    /// <summary>All files of an institution, the newest first.</summary>
    Task<IReadOnlyList<RecordFile>> All(string institution, CancellationToken cancellation);

    /// <summary>The lines of a file, in the order in which they were added.</summary>
    Task<IReadOnlyList<RecordLine>> Lines(string institution, DateOnly day, CancellationToken cancellation);

    /// <summary>Notes that a file was loaded, if no line came since it was read.</summary>
    /// <returns>False where one came: nothing was written.</returns>
    Task<bool> Load(RecordFile file, DateTimeOffset now, CancellationToken cancellation);
}

/// <summary>A batch file.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Day">The day of its lines, in the institution's zone; after it was loaded early, of later lines too.</param>
/// <param name="Lines">How many lines it holds.</param>
/// <param name="Loaded">When the registrar said that it is loaded; null before.</param>
/// <param name="Version">The stored version, for the conditional write.</param>
public sealed record RecordFile(string Institution, DateOnly Day, int Lines, DateTimeOffset? Loaded, string? Version = null);

/// <summary>The lines of an award, oldest first.</summary>
/// <param name="Award">The award.</param>
/// <param name="Entries">Action and file of each.</param>
/// <param name="Version">The stored version, for the conditional write; null before the first.</param>
public sealed record RecordTrail(AwardId Award, IReadOnlyList<RecordTrailEntry> Entries, string? Version = null);

/// <summary>One line of an award.</summary>
/// <param name="Action">What it asks for.</param>
/// <param name="Day">The file it is in.</param>
public sealed record RecordTrailEntry(RecordAction Action, DateOnly Day);
