using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Pipeline;

namespace IntegrationHub.Core.Notices;

/// <summary>Writes to the learner, with the credential's link, in the learner's language.</summary>
public sealed class LearnerWork(ILearners learners, IEnumerable<IMailbox> mailboxes, NoticeComposer composer) : IStepWork
{
    private readonly Dictionary<string, IMailbox> _mailboxes = mailboxes.ToDictionary(mailbox => mailbox.Kind);

    /// <inheritdoc/>
    public StepName Name => StepName.Learner;

    /// <inheritdoc/>
    public ConnectionRole Role => ConnectionRole.Mail;

    /// <inheritdoc/>
    public async Task<StepResult> Do(StepContext context, CancellationToken cancellation)
    {
        var learner = await learners.Get(context, cancellation);
        await _mailboxes[context.Connection.Kind].Send(context.Institution, context.Connection, composer.Earned(context, learner), cancellation);
        return new(StepState.Done, context.NoticeId);
    }
}
