using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Credentials;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Erasures;

/// <summary>
/// Erases a learner (law 15): signed documents, evidence, raw deliveries, identity keys, the learner. The learner's row
/// goes last, so that an erasure cut short can be done again from the ledger alone.
/// </summary>
public sealed class Eraser(
    IErasures ledger,
    ILearners learners,
    IDossiers dossiers,
    ICredentials credentials,
    IHoldings holdings,
    IEndorsements endorsements,
    IPayloads payloads,
    Traces traces,
    IInstitutions institutions,
    TimeProvider time)
{
    /// <summary>Does what a line of the ledger says; again erases what came back in a restore.</summary>
    /// <exception cref="FormatException">The ledger has no such line.</exception>
    public async Task Erase(string institution, string learnerId, CancellationToken cancellation)
    {
        var line = await ledger.Find(institution, learnerId, cancellation)
            ?? throw new FormatException($"The ledger of erasures has no line for the learner {learnerId}.");
        var learner = await learners.Find(institution, learnerId, cancellation);
        var held = await holdings.Of(institution, learnerId, cancellation);
        foreach (var holding in held)
            await Erase(holding, cancellation);

        var found = await Dossiers(institution, learnerId, held, cancellation);
        var addresses = found.SelectMany(dossier => dossier.Evidence).Select(evidence => evidence.Payload).ToHashSet();
        var deliveries = await payloads.Erase(institution, addresses, learner is null ? null : traces.Of(institution, learner, cancellation), cancellation);
        var awards = found.SelectMany(dossier => dossier.Awards).ToList();
        foreach (var dossier in found)
            await dossiers.Erase(dossier.Id, time.GetUtcNow(), cancellation);

        await learners.Erase(institution, learnerId, cancellation);
        await ledger.Save(
            line with
            {
                Done = time.GetUtcNow(),
                Credentials = Math.Max(line.Credentials, held.Count),
                Awards = Math.Max(line.Awards, awards.Count),
                Deliveries = line.Deliveries + deliveries,
                Kept = [.. line.Kept.Union(Kept(awards)).Order()],
            },
            cancellation);
    }

    private async Task Erase(Holding holding, CancellationToken cancellation)
    {
        await credentials.Change(holding.Credential, credential => credential.Erase(time.GetUtcNow()), cancellation);
        await endorsements.Erase(holding.Credential.Institution, new(EndorsementKind.Credential, holding.Credential.ToString()), cancellation);
        await holdings.Remove(holding, cancellation);
    }

    private async Task<IReadOnlyList<Dossier>> Dossiers(string institution, string learner, IReadOnlyList<Holding> held, CancellationToken cancellation)
    {
        var codes = institutions.Get(institution).MicroCredentials.Keys.Union(held.Select(holding => holding.MicroCredential));
        var read = await Task.WhenAll(codes.Select(code => dossiers.Read(DossierId.Of(institution, learner, code), cancellation)));
        return [.. read.Where(dossier => dossier.Version is not null || dossier.Awards.Count > 0)];
    }

    /// <summary>What the other sides hold: told by the ids that they gave, which the dossier has until it is erased.</summary>
    private static IEnumerable<KeptElsewhere> Kept(IReadOnlyList<Award> awards)
    {
        yield return KeptElsewhere.Lms;
        if (awards.Any(award => award[StepName.Transcript].Reference is not null))
            yield return KeptElsewhere.Transcript;
        if (awards.Any(award => award[StepName.Badge].Reference is { } badge && !CredentialId.TryParse(badge, out _)))
            yield return KeptElsewhere.BadgePlatform;
        if (awards.Any(award => award[StepName.Learner].Reference is not null))
            yield return KeptElsewhere.Messages;
    }
}
