using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Core.Pipeline;

/// <summary>Steps that ended become notices: reads the award, composes what is due, closes what is at rest (law 13).</summary>
public sealed class NoticesStage(
    IDossiers dossiers,
    IAwardIndex index,
    IAttention attention,
    IQueues queues,
    IInstitutions institutions,
    StepRunner steps,
    Switchboard switchboard,
    AttentionDesk desk,
    IEnumerable<IChannel> channels,
    NoticeComposer composer,
    LetterBox letters,
    PipelineOptions options,
    TimeProvider time)
{
    /// <summary>How soon an award is looked at again where another worker is just sending its notices.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Kind);

    /// <summary>Handles one message of the queue.</summary>
    public Task Handle(Envelope envelope, CancellationToken cancellation) => envelope.Kind switch
    {
        MessageKinds.Ended => Ended(envelope, cancellation),
        MessageKinds.Alert => Alert(envelope, cancellation),
        MessageKinds.Letter => letters.Handle(envelope, cancellation),
        _ => steps.Handle(envelope, cancellation),
    };

    private async Task Ended(Envelope envelope, CancellationToken cancellation)
    {
        var (id, _) = envelope.AboutStep();
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        var award = dossier.Award(id.Cycle) ?? throw new FormatException($"There is no award {id}.");
        var now = time.GetUtcNow();
        var notices = award.Steps.Where(step => step is { Name: StepName.Channel or StepName.Learner, State: StepState.Pending or StepState.Running }).ToList();
        foreach (var notice in notices.Where(notice => !notice.IsClaimed(now)))
        {
            if (award.IsDue(notice.Name))
                award = await Run(envelope, award, notice.Name, cancellation);
        }

        if (award.IsAtRest)
            await index.Close(award.Id, award.Opened, cancellation);
        else if (notices.Exists(notice => notice.IsClaimed(now)))
            // Whoever sends them read the award before this step ended, and so cannot know that theirs is the last.
            await queues.Send(QueueNames.Notices, envelope, Soon, cancellation);
    }

    /// <summary>Each notice stands on its own: a mistake in one comes again as a message of that one, which the host counts.</summary>
    private async Task<Award> Run(Envelope envelope, Award award, StepName notice, CancellationToken cancellation)
    {
        try
        {
            return await steps.Run(envelope, award, notice, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await queues.Send(QueueNames.Notices, Envelope.Of(envelope.Id, MessageKinds.Step, award.Id, notice), delay: null, cancellation);
            return award;
        }
    }

    private async Task Alert(Envelope envelope, CancellationToken cancellation)
    {
        var item = await attention.Find(envelope.Institution, envelope.Ref!, cancellation);
        if (item is null
            || institutions.Find(envelope.Institution, out var institution) != InstitutionState.InForce
            || institution!.Connection(ConnectionRole.Channel) is not { } connection
            || item.Source == nameof(ConnectionRole.Channel))
            return;
        try
        {
            await switchboard.CallSoon(institution, connection, Post, cancellation);
        }
        catch (OutsideException failure) when (!failure.IsTransient)
        {
            await desk.ChannelRefuses(institution, failure, cancellation);
        }
        catch (OutsideException failure)
        {
            var now = time.GetUtcNow();
            var since = envelope.Since ?? now;
            if (now - since < options.GiveUpAfter)
                await queues.Send(QueueNames.Notices, envelope with { Since = since }, Backoff.Next(options, now - since, failure.RetryAfter), cancellation);
        }

        async Task<bool> Post()
        {
            await _channels[connection.Kind].Post(institution, connection, composer.Alert(institution, item), cancellation);
            return true;
        }
    }
}
