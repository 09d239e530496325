using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Erasure;

/// <summary>
/// Erases a learner (law 15): signed documents, evidence, raw deliveries, what waits for people, identity keys, the
/// learner. What leads to the rest goes last, so that an erasure cut short can be done again from the ledger alone.
/// </summary>
public sealed class Eraser(
    ErasureLedger ledger,
    LearnerData data,
    CredentialEraser credentials,
    DeliveryEraser raw,
    AttentionEraser attention) : IHandle<EraseLearner>
{
    /// <summary>Does what a line of the ledger says; again erases what came back in a restore.</summary>
    /// <exception cref="FormatException">The ledger has no such line.</exception>
    public async Task Handle(EraseLearner message, Envelope envelope, CancellationToken cancellation)
    {
        var (institution, learnerId) = (message.Institution, message.Learner);
        var line = await ledger.Find(institution, learnerId, cancellation)
            ?? throw new FormatException($"The ledger of erasures has no line for the learner {learnerId}.");
        var found = await data.Of(institution, learnerId, cancellation);
        await credentials.Erase(institution, found.Awards, found.Held, cancellation);
        var (deliveries, batches) = found.Learner is null ? (0, 0) : await raw.Erase(institution, found.Learner, cancellation);
        await attention.Erase(institution, learnerId, found.Learner, found.Awards, cancellation);
        await data.Erase(institution, learnerId, found, cancellation);
        await ledger.Done(
            line with
            {
                Credentials = Math.Max(line.Credentials, found.Held.Count),
                Awards = Math.Max(line.Awards, found.Awards.Count),
                Deliveries = line.Deliveries + deliveries,
                Kept = [.. line.Kept.Union(Kept(found.Awards, batches)).Order()],
            },
            cancellation);
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
