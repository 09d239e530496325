using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;

namespace IntegrationHub.Core.Notices;

/// <summary>Writes to the learner, with the credential's link, in the learner's language.</summary>
public sealed class LearnerWork(LearnersAfresh learners, IEnumerable<IMailbox> mailboxes, NoticeComposer composer) : IStepWork
{
    private readonly Dictionary<string, IMailbox> _mailboxes = mailboxes.ToDictionary(mailbox => mailbox.Kind);

    /// <inheritdoc/>
    public StepName Name => StepName.Learner;

    /// <inheritdoc/>
    public ConnectionRole Role => ConnectionRole.Mail;

    /// <inheritdoc/>
    public async Task<StepResult> Do(StepContext context, CancellationToken cancellation)
    {
        if (!context.IsFirst && await learners.Find(context.Institution, context.Award.Learner, cancellation) is null)
            return new(StepState.Done, context.NoticeId);
        var learner = await learners.Get(context, cancellation);
        var message = context.IsFirst || IsTheFirstAgain(context) ? composer.Earned(context, learner) : composer.Changed(context, learner);
        await _mailboxes[context.Connection.Kind].Send(context.Institution, context.Connection, message, cancellation);
        return new(StepState.Done, context.NoticeId);
    }

    /// <summary>Nothing has changed since the award was issued: a person wants the letter of then once more.</summary>
    private static bool IsTheFirstAgain(StepContext context) =>
        context.Step.Goal == CredentialStatus.Valid && !(context.Award.Changed > context.Award.Issued);
}
