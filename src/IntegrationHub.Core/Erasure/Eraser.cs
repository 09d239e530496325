using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Erasure;

/// <summary>
/// Erases a learner (law 15): signed documents, evidence, raw deliveries, what waits for people, identity keys, the
/// learner. What leads to the rest goes last, so that an erasure cut short can be done again from the ledger alone; and
/// it is done a second time when no worker can still be at work with what it read before.
/// </summary>
public sealed class Eraser(
    IErasures ledger,
    ILearners learners,
    IDossiers dossiers,
    IHoldings holdings,
    CredentialEraser credentials,
    DeliveryEraser raw,
    AttentionEraser attention,
    IInstitutions institutions,
    IQueues queues,
    PipelineOptions options,
    TimeProvider time) : IHandle<EraseLearner>
{
    /// <summary>Workers remember a learner for a minute.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>Does what a line of the ledger says; again erases what came back in a restore.</summary>
    /// <exception cref="FormatException">The ledger has no such line.</exception>
    public async Task Handle(EraseLearner message, Envelope envelope, CancellationToken cancellation)
    {
        var (institution, learnerId) = (message.Institution, message.Learner);
        var line = await ledger.Find(institution, learnerId, cancellation)
            ?? throw new FormatException($"The ledger of erasures has no line for the learner {learnerId}.");
        var learner = await learners.Find(institution, learnerId, cancellation);
        var held = await holdings.Of(institution, learnerId, cancellation);
        var found = await Dossiers(institution, learnerId, held, cancellation);
        var awards = found.SelectMany(dossier => dossier.Awards).ToList();
        await credentials.Erase(institution, awards, held, cancellation);
        var (deliveries, batches) = learner is null ? (0, 0) : await raw.Erase(institution, learner, cancellation);
        await attention.Erase(institution, learnerId, learner, awards, cancellation);
        foreach (var dossier in found)
            await dossiers.Erase(dossier.Id, time.GetUtcNow(), cancellation);
        foreach (var holding in held)
            await holdings.Remove(holding, cancellation);
        await learners.Erase(institution, learnerId, cancellation);
        if (line.Done is null)
            await queues.Send(Envelope.Of(TrackingId.New(), message), options.Claim + Remembered, cancellation);
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

    private async Task<IReadOnlyList<Dossier>> Dossiers(string institution, string learner, IReadOnlyList<Holding> held, CancellationToken cancellation)
    {
        var codes = institutions.Get(institution).MicroCredentials.Keys.Union(held.Select(holding => holding.MicroCredential));
        var read = await Task.WhenAll(codes.Select(code => dossiers.Read(DossierId.Of(institution, learner, code), cancellation)));
        return [.. read.Where(dossier => dossier.Version is not null || dossier.Awards.Count > 0)];
    }

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
