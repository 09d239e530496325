using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Credentials;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Pipeline;

namespace IntegrationHub.Core.Erasures;

/// <summary>
/// Erases a learner (law 15): signed documents, evidence, raw deliveries, what waits for people, identity keys, the
/// learner. What leads to the rest goes last, so that an erasure cut short can be done again from the ledger alone; and
/// it is done a second time when no worker can still be at work with what it read before.
/// </summary>
public sealed class Eraser(
    IErasures ledger,
    ILearners learners,
    IDossiers dossiers,
    ICredentials credentials,
    IHoldings holdings,
    IEndorsements endorsements,
    IPayloads payloads,
    IAttention attention,
    Traces traces,
    IInstitutions institutions,
    ISecrets secrets,
    IQueues queues,
    PipelineOptions options,
    TimeProvider time)
{
    /// <summary>Workers remember a learner for a minute.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>Does what a line of the ledger says; again erases what came back in a restore.</summary>
    /// <exception cref="FormatException">The ledger has no such line.</exception>
    public async Task Erase(string institution, string learnerId, CancellationToken cancellation)
    {
        var line = await ledger.Find(institution, learnerId, cancellation)
            ?? throw new FormatException($"The ledger of erasures has no line for the learner {learnerId}.");
        var learner = await learners.Find(institution, learnerId, cancellation);
        var held = await holdings.Of(institution, learnerId, cancellation);
        var found = await Dossiers(institution, learnerId, held, cancellation);
        var awards = found.SelectMany(dossier => dossier.Awards).ToList();
        foreach (var credential in awards.Select(award => CredentialId.Of(award.Id, Pepper(institution))).Union(held.Select(holding => holding.Credential)))
            await Erase(credential, cancellation);

        var (deliveries, batches) = learner is null ? (0, 0) : await Deliveries(institution, learner, cancellation);
        await Attention(institution, learnerId, learner, awards, cancellation);
        foreach (var dossier in found)
            await dossiers.Erase(dossier.Id, time.GetUtcNow(), cancellation);
        foreach (var holding in held)
            await holdings.Remove(holding, cancellation);
        await learners.Erase(institution, learnerId, cancellation);
        if (line.Done is null)
            await queues.Send(QueueNames.Badges, Envelope.Of(TrackingId.New(), institution, MessageKinds.Erase, learnerId), options.Claim + Remembered, cancellation);
        await ledger.Save(
            line with
            {
                Done = time.GetUtcNow(),
                Credentials = Math.Max(line.Credentials, held.Count),
                Awards = Math.Max(line.Awards, awards.Count),
                Deliveries = line.Deliveries + deliveries,
                Kept = [.. line.Kept.Union(Kept(awards, batches)).Order()],
            },
            cancellation);
    }

    private async Task Erase(CredentialId id, CancellationToken cancellation)
    {
        if (await credentials.Change(id, credential => credential.Erased is null ? credential.Erase(time.GetUtcNow()) : null, cancellation) is not null)
            await endorsements.Erase(id.Institution, new(EndorsementKind.Credential, id.ToString()), cancellation);
    }

    private async Task<(int Deleted, int Batches)> Deliveries(string institution, Learner learner, CancellationToken cancellation)
    {
        var concerns = traces.Of(institution, learner, cancellation);
        var batches = 0;
        var deleted = await payloads.Erase(
            institution,
            async delivery =>
            {
                var concern = await concerns(delivery);
                batches += concern == Concern.AmongOthers ? 1 : 0;
                return concern == Concern.Alone;
            },
            cancellation);
        return (deleted, batches);
    }

    /// <summary>Takes away what people were to settle about the learner: it names the person, or an award of theirs.</summary>
    private async Task Attention(string institution, string learnerId, Learner? learner, List<Award> awards, CancellationToken cancellation)
    {
        var mention = learner is null ? null : Traces.MentionOf(learner);
        foreach (var item in await attention.Open(institution, cancellation))
        {
            if ((item.Award is { } award && awards.Exists(own => own.Id == award)) || (item.Subject is { } subject && (subject.Contains(learnerId, StringComparison.Ordinal) || mention?.IsIn(subject) == true)))
            {
                await attention.Settle(institution, item.Id, cancellation);
                await foreach (var waiting in attention.Waiting(institution, item.Id, cancellation))
                {
                    await payloads.Drop(waiting.Payload, cancellation);
                    await attention.Done(institution, item.Id, waiting, cancellation);
                }
            }
            else if (item.Candidates.Any(candidate => mention?.IsIn(candidate) == true))
            {
                // What waits may be another's: it is matched again.
                await attention.Settle(institution, item.Id, cancellation);
                await queues.Send(QueueNames.Completions, Envelope.Of(TrackingId.New(), institution, MessageKinds.Release, item.Id), delay: null, cancellation);
            }
        }
    }

    private async Task<IReadOnlyList<Dossier>> Dossiers(string institution, string learner, IReadOnlyList<Holding> held, CancellationToken cancellation)
    {
        var codes = institutions.Get(institution).MicroCredentials.Keys.Union(held.Select(holding => holding.MicroCredential));
        var read = await Task.WhenAll(codes.Select(code => dossiers.Read(DossierId.Of(institution, learner, code), cancellation)));
        return [.. read.Where(dossier => dossier.Version is not null || dossier.Awards.Count > 0)];
    }

    private string Pepper(string institution) => secrets.Get(institutions.Get(institution).Pepper);

    /// <summary>What the other sides hold: told by the ids that they gave, which the dossier has until it is erased.</summary>
    private static IEnumerable<KeptElsewhere> Kept(IReadOnlyList<Award> awards, int batches)
    {
        yield return KeptElsewhere.Lms;
        if (awards.Any(award => award[StepName.Transcript].Reference is not null))
            yield return KeptElsewhere.Transcript;
        if (awards.Any(award => award[StepName.Badge].Reference is { } badge && !CredentialId.TryParse(badge, out _)))
            yield return KeptElsewhere.BadgePlatform;
        if (awards.Any(award => award[StepName.Learner].Reference is not null))
            yield return KeptElsewhere.Messages;
        if (batches > 0)
            yield return KeptElsewhere.Batches;
    }
}
