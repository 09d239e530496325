using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Testing.Storage;

/// <summary>The rows that <see cref="InMemoryStorage"/> would write, checked against what the service takes.</summary>
internal sealed partial class InMemoryStorage
{
    /// <summary>However many rows a decision has, the store divides them; each must be one that the service takes.</summary>
    private static void CheckRows(DossierId id, DossierChange change)
    {
        List<RowWrite> rows =
        [
            new($"{id}", "decision", change.Decision),
            .. change.News.Evidence.Select(item => new RowWrite($"{id}", $"evidence~{Hashed(item.EventId)}", item)),
            .. change.News.Parts.Select(part => new RowWrite($"{id}", $"part~{Hashed(part.Award)}", part)),
            .. change.Awards.Select(award => new RowWrite($"{id}", $"award~{award.Id.Cycle}", award)),
        ];
        if (change.News.Act is { } act)
            rows.Add(new($"{id}", $"act~{Hashed(act.Id)}", act));
        if (rows.DistinctBy(row => row.Key).Count() < rows.Count)
            throw new TableRefusalException("Two operations on one row.");
        rows.ForEach(row => TableLimits.Check(row));
    }

    private static void CheckRows(AwardId award, IReadOnlyList<Step> steps, IReadOnlyList<TimelineEntry> entries) => TableLimits.Check(
    [
        .. steps.Select(step => new RowWrite($"{award.Dossier}", $"step~{award.Cycle}~{step.Name}", step)),
        .. entries.Select((entry, at) => new RowWrite($"{award.Dossier}", $"timeline~{award.Cycle}~{at}", entry)),
    ]);

    private static string Hashed(string any) => Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(any)).AsSpan(0, 20));
}
