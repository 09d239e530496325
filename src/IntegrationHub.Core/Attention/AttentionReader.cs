using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Attention;

/// <summary>Reads for people what they must settle, or dismissed: of every institution that has files, and of the hub itself.</summary>
public sealed class AttentionReader(IAttention attention, IStudentNumbers students, IInstitutions institutions)
{
    /// <summary>Of how many items at most the learner is looked up: a read or two for each.</summary>
    private const int MostNamed = 50;

    /// <summary>All items, open and dismissed, the newest first; the open ones first name their learners by student number.</summary>
    /// <param name="only">One institution's; null for all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<AttentionItem>> All(string? only, CancellationToken cancellation)
    {
        var all = await Read(only, cancellation);
        var named = await Task.WhenAll(
            all.Where(item => item.Learner is not null || item.Award is not null)
                .OrderBy(item => item.Dismissal is not null)
                .Take(MostNamed)
                .Select(async item => (Item: item, Number: await students.Of(item, cancellation))));
        var numbers = named.ToDictionary(one => (one.Item.Institution, one.Item.Id), one => one.Number);
        return [.. all.Select(item => item with { StudentNumber = numbers.GetValueOrDefault((item.Institution, item.Id)) })];
    }

    /// <summary>Takes away what was dismissed longer than <see cref="Dismissal.DaysKept"/> days ago.</summary>
    public async Task Purge(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var item in await Read(only: null, cancellation))
            if (item.Dismissal?.At.AddDays(Dismissal.DaysKept) <= now)
                await attention.Settle(item.Institution, item.Id, cancellation);
    }

    private async Task<IReadOnlyList<AttentionItem>> Read(string? only, CancellationToken cancellation)
    {
        var names = institutions.Names.Append(AttentionItem.OfTheHub).Where(name => only is null || name == only);
        var found = await Task.WhenAll(names.Select(name => attention.All(name, cancellation)));
        return [.. found.SelectMany(items => items).OrderByDescending(item => item.Last)];
    }
}
