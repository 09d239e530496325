using System.Collections.Concurrent;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Intake;

/// <summary>
/// Keeps the copies of an LMS apart: where a source does not state its sites, it is the one that its first completion came from.
/// </summary>
public sealed class SourceSites(ISourceHistory history)
{
    private readonly ConcurrentDictionary<(string Institution, string Source), string> _known = new();

    /// <summary>What is wrong with where a completion comes from, in a sentence; null where nothing is.</summary>
    public async Task<string?> Objection(Institution institution, Source source, Completion completion, CancellationToken cancellation)
    {
        if (completion.Site is not { } site || site.IsStatedBy(source))
            return null;
        var own = await Own(institution.Id, source.Name, site.Name, cancellation);
        return own == site.Name
            ? null
            : $"It comes from {site.Name}, and this source's completions come from {own}: "
                + "a copy for a test? If the LMS has moved, or both are yours, write what they are called into the source's setting "
                + $"{site.Setting} and try again.";
    }

    private async Task<string> Own(string institution, string source, string site, CancellationToken cancellation)
    {
        if (_known.TryGetValue((institution, source), out var known))
            return known;
        while (true)
        {
            var record = await history.Read(institution, source, cancellation);
            if (record.Site is not null || await history.Save(institution, source, record with { Site = site }, cancellation))
                return _known[(institution, source)] = record.Site ?? site;
        }
    }
}
