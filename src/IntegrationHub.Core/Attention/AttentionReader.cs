using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Attention;

/// <summary>Reads for people what they must settle, or dismissed: of every institution that has files, and of the hub itself.</summary>
public sealed class AttentionReader(IAttention attention, IInstitutions institutions)
{
    /// <summary>All items, open and dismissed, the newest first.</summary>
    /// <param name="only">One institution's; null for all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<AttentionItem>> All(string? only, CancellationToken cancellation)
    {
        var names = institutions.Names.Append(AttentionItem.OfTheHub).Where(name => only is null || name == only);
        var found = await Task.WhenAll(names.Select(name => attention.All(name, cancellation)));
        return [.. found.SelectMany(items => items).OrderByDescending(item => item.Last)];
    }

    /// <summary>Takes away what was dismissed longer than <see cref="Dismissal.DaysKept"/> days ago.</summary>
    public async Task Purge(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var item in await All(only: null, cancellation))
            if (item.Dismissal?.At.AddDays(Dismissal.DaysKept) <= now)
                await attention.Settle(item.Institution, item.Id, cancellation);
    }
}
