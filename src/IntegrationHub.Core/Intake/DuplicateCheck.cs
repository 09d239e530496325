using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Intake;

/// <summary>Whether a delivery brings anything that is not known: one point read for each event that the register may know.</summary>
public sealed class DuplicateCheck(IEventRegister register)
{
    /// <summary>A delivery may bring thousands of events.</summary>
    private const int AtOnce = 16;

    /// <summary>How well the completions of a delivery are known.</summary>
    /// <exception cref="IOException">The register does not answer.</exception>
    public async Task<Familiarity> Of(
        Institution institution,
        Source source,
        IReadOnlyList<Completion> completions,
        CancellationToken cancellation)
    {
        if (completions.All(completion => completion.Digest is null))
            return Familiarity.New;
        var isNew = false;
        foreach (var some in completions.Chunk(AtOnce))
        {
            var found = await Task.WhenAll(some.Select(completion => Of(institution, source, completion, cancellation)));
            if (found.Contains(Familiarity.Conflicting))
                return Familiarity.Conflicting;
            isNew |= found.Contains(Familiarity.New);
        }

        return isNew ? Familiarity.New : Familiarity.AlreadyDecided;
    }

    private async Task<Familiarity> Of(Institution institution, Source source, Completion completion, CancellationToken cancellation) =>
        completion.Digest is null
        || await register.Find(new(institution.Id, source.Name, completion.EventId), cancellation) is not { Digest: { } known } entry
            ? Familiarity.New
        : known != completion.Digest ? Familiarity.Conflicting
        : HasCounted(institution, source, completion, entry) ? Familiarity.AlreadyDecided
        : Familiarity.New;

    // The catalogue may have gained what the event counts for now, too.
    private static bool HasCounted(Institution institution, Source source, Completion completion, RegisteredEvent entry)
    {
        var (offerings, name) = (institution.Offerings, source.Name);
        return entry.Counted.Count > 0
            && completion.SpeltAs(offerings, name).Offered(offerings, name).MicroCredentials
                .All(found => entry.Counted.Any(counted => counted.MicroCredential == found.Code));
    }
}

/// <summary>How well an event is known.</summary>
public enum Familiarity
{
    /// <summary>Not at all, or not decided yet: it is taken.</summary>
    New,

    /// <summary>The same came before and is decided: to take it again would change nothing.</summary>
    AlreadyDecided,

    /// <summary>Something else came before under the same id.</summary>
    Conflicting,
}
