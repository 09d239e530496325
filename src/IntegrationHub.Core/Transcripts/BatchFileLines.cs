using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;

namespace IntegrationHub.Core.Transcripts;

/// <summary>
/// Puts awards into the batch files. The award's trail is written first and names the file; a worker that dies before
/// the line is there leaves a trail that the next one follows, so that no line is lost and none stands twice.
/// </summary>
public sealed class BatchFileLines(IRecordFiles files, TimeProvider time)
{
    /// <summary>Asks for an action, unless it is what the award's last line asks for.</summary>
    /// <returns>Where the line is; null where a withdrawal has nothing to take back.</returns>
    public async Task<RecordPlace?> Ask(StepContext context, RecordAction action, CancellationToken cancellation)
    {
        var (id, institution) = (context.Award.Id, context.Institution);
        while (true)
        {
            var trail = await files.Trail(id, cancellation);
            var last = trail.Entries.Count - 1;
            if (last < 0 && action == RecordAction.Withdraw)
                return null;
            if (last < 0 || trail.Entries[last].Action != action)
            {
                await files.Save(
                    trail with
                    {
                        Entries = [.. trail.Entries, new(action, await OpenDay(institution, cancellation))],
                    },
                    cancellation);
                continue;
            }

            var day = trail.Entries[last].Day;
            if (await files.Put(institution.Id, day, Line(context, last, action), cancellation))
                return new(day, id, last);
            // The file was loaded before the line could get into it: the line goes to a later one.
            await files.Save(
                trail with
                {
                    Entries = [.. trail.Entries.SkipLast(1), new(action, await OpenDay(institution, cancellation))],
                },
                cancellation);
        }
    }

    /// <summary>Whether the registrar has loaded the file that a line is in.</summary>
    public async Task<bool> IsLoaded(RecordPlace place, CancellationToken cancellation) =>
        await files.Find(place.Award.Institution, place.Day, cancellation) is { Loaded: not null };

    /// <summary>Today's file, or the first later one that nobody has loaded.</summary>
    private async Task<DateOnly> OpenDay(Institution institution, CancellationToken cancellation)
    {
        var day = institution.DayOf(time.GetUtcNow());
        while (await files.Find(institution.Id, day, cancellation) is { Loaded: not null })
            day = day.AddDays(1);
        return day;
    }

    private RecordLine Line(StepContext context, int number, RecordAction action) =>
        new(
            context.Award.Id,
            number,
            action,
            context.MicroCredential.Record.Kind,
            context.Award.Learner,
            context.MicroCredential.Record.Code
                ?? throw new OutsideException(
                    OutsideFault.Refused,
                    "A record by file needs 'code' in the micro-credential's record target; add it, then replay."),
            context.MicroCredential.Summary.Title,
            context.Institution.DayOf(context.Award.Earned),
            time.GetUtcNow());
}
