using System.Globalization;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Notices;

namespace IntegrationHub.Core.Awarding;

/// <summary>Does what the calendar says is due: tells learners that the end of a credential is near.</summary>
public sealed class CalendarKeeper(ICalendar calendar, IDossiers dossiers, IInstitutions institutions, IQueues queues, TimeProvider time)
{
    /// <summary>Goes through what is due today and was not done before.</summary>
    /// <returns>How many letters were put on their way.</returns>
    /// <exception cref="StorageSilentException">The storage does not answer; what is left stays due.</exception>
    /// <exception cref="IOException">An award could not be read, by this release perhaps, and stays due; the others were kept.</exception>
    public async Task<int> Keep(CancellationToken cancellation)
    {
        var (sent, unread) = (0, (Exception?)null);
        // East of Greenwich a day begins earlier.
        await foreach (var due in calendar.Until(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1), cancellation))
        {
            try
            {
                sent += await Keep(due, cancellation);
            }
            catch (Exception failure) when (failure is not (StorageSilentException or OperationCanceledException))
            {
                unread = failure;
            }
        }

        return unread is null ? sent : throw new IOException($"Not all that is due could be done: {unread.Message}", unread);
    }

    private async Task<int> Keep(Due due, CancellationToken cancellation)
    {
        if (!institutions.TryGet(due.Award.Institution, out var institution)
            || due.Day > institution.DayOf(time.GetUtcNow()))
            return 0;
        var (dossier, sent) = (await dossiers.Read(due.Award.Dossier, cancellation), 0);
        if (dossier.Award(due.Award.Cycle) is { State: AwardState.Valid } award)
        {
            var (about, days) = (
                new AboutDossier(award.Learner, award.MicroCredential, award.Id.Cycle),
                due.DaysBefore.ToString(CultureInfo.InvariantCulture));
            await queues.Send(TrackingId.New(), new LearnerNotice(institution.Id, about, LearnerNoticeKind.Renewal, days), cancellation);
            sent++;
        }

        await calendar.Done(due, cancellation);
        return sent;
    }
}
