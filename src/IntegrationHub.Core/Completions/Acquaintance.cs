using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Core.Completions;

/// <summary>Whether a delivery brings anything that is not known: one point read for each event that the register may know, all at once.</summary>
public sealed class Acquaintance(IEventRegister register)
{
    /// <summary>How well the completions of a delivery are known.</summary>
    /// <exception cref="IOException">The register does not answer.</exception>
    public async Task<Known> Of(Institution institution, Source source, IReadOnlyList<Completion> completions, CancellationToken cancellation)
    {
        if (completions.All(completion => completion.Digest is null))
            return Known.New;
        var all = await Task.WhenAll(completions.Select(completion => Of(new(institution.Id, source.Name, completion.EventId), completion.Digest, cancellation)));
        return all.Contains(Known.Otherwise) ? Known.Otherwise : all.Contains(Known.New) ? Known.New : Known.Decided;
    }

    private async Task<Known> Of(EventKey key, string? digest, CancellationToken cancellation) =>
        digest is null || await register.Find(key, cancellation) is not { Digest: { } known } entry ? Known.New
        : known != digest ? Known.Otherwise
        : entry.Counted.Count > 0 ? Known.Decided
        : Known.New;
}

/// <summary>How well an event is known.</summary>
public enum Known
{
    /// <summary>Not at all, or not decided yet: it is taken.</summary>
    New,

    /// <summary>The same came before and is decided: to take it again would change nothing.</summary>
    Decided,

    /// <summary>Something else came before under the same id.</summary>
    Otherwise,
}
