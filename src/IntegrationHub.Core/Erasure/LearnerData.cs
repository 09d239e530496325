using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Erasure;

/// <summary>What the hub keeps under a learner's id.</summary>
public sealed class LearnerData(ILearners learners, IDossiers dossiers, IHoldings holdings, IInstitutions institutions, TimeProvider time)
{
    /// <summary>Finds it: what leads to the rest first.</summary>
    public async Task<FoundData> Of(string institution, string learner, CancellationToken cancellation)
    {
        var held = await holdings.Of(institution, learner, cancellation);
        var codes = institutions.Get(institution).MicroCredentials.Keys.Union(held.Select(holding => holding.MicroCredential));
        var read = await Task.WhenAll(codes.Select(code => dossiers.Read(DossierId.Of(institution, learner, code), cancellation)));
        return new(
            await learners.Find(institution, learner, cancellation),
            held,
            [.. read.Where(dossier => dossier.Version is not null || dossier.Awards.Count > 0)]);
    }

    /// <summary>Erases it: what leads to the rest last.</summary>
    public async Task Erase(string institution, string learner, FoundData found, CancellationToken cancellation)
    {
        foreach (var dossier in found.Dossiers)
            await dossiers.Erase(dossier.Id, time.GetUtcNow(), cancellation);
        foreach (var holding in found.Held)
            await holdings.Remove(holding, cancellation);
        await learners.Erase(institution, learner, cancellation);
    }
}

/// <summary>What was found of a learner.</summary>
/// <param name="Learner">The learner; null where already erased.</param>
/// <param name="Held">Credentials held.</param>
/// <param name="Dossiers">Dossiers in which something is.</param>
public sealed record FoundData(Learner? Learner, IReadOnlyList<Holding> Held, IReadOnlyList<Dossier> Dossiers)
{
    /// <summary>All awards.</summary>
    public IReadOnlyList<Award> Awards { get; } = [.. Dossiers.SelectMany(dossier => dossier.Awards)];
}
