using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Transcripts;

/// <summary>What the registrar does with batch files: looks, exports, says that one is loaded.</summary>
public sealed class BatchFileCommands(IRecordFiles files, ILearners learners, IInstitutions institutions, TimeProvider time)
{
    /// <summary>The files of an institution, the newest first.</summary>
    public Task<IReadOnlyList<RecordFile>> All(string institution, CancellationToken cancellation) => files.All(institution, cancellation);

    /// <summary>The lines of a file with the learners as the hub knows them now.</summary>
    public async Task<IReadOnlyList<NamedRecordLine>> Export(string institution, DateOnly day, CancellationToken cancellation)
    {
        var lines = await files.Lines(institution, day, cancellation);
        var known = new Dictionary<string, Learner?>();
        foreach (var learner in lines.Select(line => line.Learner).Distinct())
            known[learner] = await learners.Find(institution, learner, cancellation);
        return [.. lines.Select(line => new NamedRecordLine(line, known[line.Learner]))];
    }

    /// <summary>Notes that a file is loaded: what waits for it is then on the record.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="day">Which file.</param>
    /// <param name="lines">How many lines were loaded; null is enough once the day is over, when no line can come any more.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<LoadedRecords> Load(string institution, DateOnly day, int? lines, CancellationToken cancellation)
    {
        while (true)
        {
            if (await files.Find(institution, day, cancellation) is not { } file)
                return new(LoadVerdict.NoFile, 0);
            if (file.Loaded is not null)
                return new(LoadVerdict.Loaded, file.Lines);
            if (lines is null && day >= institutions.Get(institution).DayOf(time.GetUtcNow()))
                return new(LoadVerdict.StillGrows, file.Lines);
            if (lines is not null && lines != file.Lines)
                return new(LoadVerdict.OtherCount, file.Lines);
            if (await files.Load(file, time.GetUtcNow(), cancellation))
                return new(LoadVerdict.Loaded, file.Lines);
        }
    }
}

/// <summary>A line with its learner; null where the learner's data were erased.</summary>
/// <param name="Line">The line.</param>
/// <param name="Learner">The learner.</param>
public sealed record NamedRecordLine(RecordLine Line, Learner? Learner);

/// <summary>What came of saying that a file is loaded.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Lines">How many lines the file holds.</param>
public sealed record LoadedRecords(LoadVerdict Verdict, int Lines);

/// <summary>Verdicts on saying that a file is loaded.</summary>
public enum LoadVerdict
{
    /// <summary>Noted, now or before.</summary>
    Loaded,

    /// <summary>There is no file of that day.</summary>
    NoFile,

    /// <summary>The day is not over: a line may have come since the file was exported, so the count is needed.</summary>
    StillGrows,

    /// <summary>The file holds another number of lines than were loaded.</summary>
    OtherCount,
}
