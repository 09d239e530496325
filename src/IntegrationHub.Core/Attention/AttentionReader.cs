using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Attention;

/// <summary>Reads for people what they must settle: of every institution that has files, and of the hub itself.</summary>
public sealed class AttentionReader(IAttention attention, IInstitutions institutions)
{
    /// <summary>All open items, the newest first.</summary>
    /// <param name="only">One institution's; null for all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<AttentionItem>> Open(string? only, CancellationToken cancellation)
    {
        var names = institutions.Names.Append(AttentionItem.OfTheHub).Where(name => only is null || name == only);
        var found = await Task.WhenAll(names.Select(name => attention.Open(name, cancellation)));
        return [.. found.SelectMany(items => items).OrderByDescending(item => item.Last)];
    }
}
