using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Notices;

/// <summary>Sends letters: each once, as far as it can be known (law 2), and only while what it says is still so.</summary>
public sealed class LearnerNoticeSender(
    IDossiers dossiers,
    LearnersAfresh learners,
    IInstitutions institutions,
    IEnumerable<IMailbox> mailboxes,
    DeduplicatedSender sender,
    FailedMessages failed,
    TimeProvider time) : IHandle<LearnerNotice>
{
    private readonly Dictionary<string, IMailbox> _mailboxes = mailboxes.ToDictionary(mailbox => mailbox.Kind);

    /// <summary>Sends a letter, unless it is sent already or has become untrue.</summary>
    public async Task Handle(LearnerNotice notice, Envelope envelope, CancellationToken cancellation)
    {
        var institution = institutions.Get(envelope.Institution);
        var id = DossierId.Of(institution.Id, notice.About.Learner, notice.About.MicroCredential);
        if (await sender.Send(envelope, $"{id}/{notice.Told}", () => Find(notice, institution, id, cancellation), cancellation) is
            { } failure)
            await failed.Ask(notice, failure.Message, cancellation);
    }

    private async Task<DueNotice?> Find(LearnerNotice notice, Institution institution, DossierId id, CancellationToken cancellation)
    {
        var dossier = await dossiers.Read(id, cancellation);
        if (IsTold(notice, dossier)
            || institution.Connection(ConnectionRole.Mail) is not { } connection
            || institution.MicroCredentials.GetValueOrDefault(notice.About.MicroCredential) is not { } entry
            || await learners.Find(institution, notice.About.Learner, cancellation) is not { } learner
            || LearnerNoticeComposer.Compose(notice, institution, entry, dossier, learner) is not { } message)
            return null;
        return new(
            institution,
            connection,
            stop => _mailboxes[connection.Kind].Send(institution, connection, message, stop),
            stop =>
                dossiers.Note(
                    new(id, notice.About.Cycle),
                    new(notice.About.Cycle, time.GetUtcNow(), TimelineEvent.Told, Detail: notice.Told),
                    stop));
    }

    /// <summary>Whether it was sent, be it for the same result as the LMS told it another way.</summary>
    private static bool IsTold(LearnerNotice notice, Dossier dossier)
    {
        var own = dossier.Evidence.Where(item => item.EventId == notice.Key).ToList();
        return dossier.Evidence.Where(item => own.Exists(one => CompletionEquivalence.AreTheSame(one, item)))
            .Select(item => (notice with { Key = item.EventId }).Told)
            .Append(notice.Told)
            .Any(told => dossier.Timeline.Any(entry => entry.Event == TimelineEvent.Told && entry.Detail == told));
    }
}
