using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.MicroCredentials;

namespace IntegrationHub.Core.Pipeline;

/// <summary>Adds evidence to a dossier, decides over all of it, and starts what follows (laws 2, 3 and 7).</summary>
public sealed class Decider(IDossiers dossiers, IAwardIndex index, IQueues queues, AttentionDesk attention, TimeProvider time)
{
    /// <summary>The cycle of a first award; renewals and re-awards count on from it.</summary>
    private const int FirstCycle = 0;

    /// <summary>Takes evidence in; the same evidence again only starts again what has not ended.</summary>
    public async Task Decide(string trackingId, Institution institution, string learner, MicroCredential microCredential, Evidence evidence, CancellationToken cancellation)
    {
        var id = DossierId.Of(institution.Id, learner, microCredential.Code);
        while (true)
        {
            var dossier = await dossiers.Read(id, cancellation);
            var isNew = dossier.Evidence.All(known => known.EventId != evidence.EventId);
            var decision = PassRule.Decide(microCredential, dossier.Evidence.Append(evidence));
            var award = dossier.Award(FirstCycle);
            var contradicted = award is not null && decision.Outcome != Outcome.Earned;
            var created = award is null && decision.Outcome == Outcome.Earned
                ? NewAward(new(id, FirstCycle), institution, learner, microCredential, decision)
                : null;

            if (isNew || created is not null || decision != dossier.Decision)
            {
                var entries = Entries(created, contradicted && decision != dossier.Decision, decision);
                if (!await dossiers.Decide(dossier, isNew ? evidence : null, decision, created, entries, cancellation))
                    continue;
            }

            if (contradicted)
                await attention.RegradedBelowThreshold(institution, award!, decision, cancellation);
            else if (award is not null && decision != dossier.Decision)
                await attention.RegradedAbove(award, cancellation);
            if (created is not null || award is { IsAtRest: false })
                await Start(trackingId, created ?? award!, cancellation);
            return;
        }
    }

    private async Task Start(string trackingId, Award award, CancellationToken cancellation)
    {
        await index.Open(award.Id, award.Opened, cancellation);
        foreach (var step in award.Steps.Where(step => !step.HasEnded && award.IsDue(step.Name)))
            await queues.Send(QueueNames.Of(step.Name), Envelope.Of(trackingId, MessageKinds.Step, award.Id, step.Name), delay: null, cancellation);
        if (award.IsAtRest)
            await index.Close(award.Id, award.Opened, cancellation);
    }

    private Award NewAward(AwardId id, Institution institution, string learner, MicroCredential microCredential, Decision decision)
    {
        var now = time.GetUtcNow();
        Step Step(StepName name, bool wanted) => new() { Name = name, State = wanted ? StepState.Pending : StepState.Done, Updated = now };
        return new()
        {
            Id = id,
            Learner = learner,
            MicroCredential = microCredential.Code,
            Decision = decision,
            Earned = decision.At!.Value,
            Opened = now,
            Steps =
            [
                Step(StepName.Transcript, microCredential.Record.Kind != RecordTargetKind.None && institution.Connection(ConnectionRole.Sis) is not null),
                Step(StepName.Badge, microCredential.Badge is not null && institution.Connection(ConnectionRole.Badges) is not null),
                Step(StepName.Channel, institution.Connection(ConnectionRole.Channel) is not null),
                Step(StepName.Learner, institution.Connection(ConnectionRole.Mail) is not null),
            ],
        };
    }

    private List<TimelineEntry> Entries(Award? created, bool contradicted, Decision decision)
    {
        var entries = new List<TimelineEntry>();
        if (created is not null)
            entries.Add(new(FirstCycle, created.Opened, TimelineEvent.Awarded, Detail: decision.EventId));
        if (contradicted)
            entries.Add(new(FirstCycle, time.GetUtcNow(), TimelineEvent.Contradicted, Detail: decision.EventId));
        return entries;
    }
}
