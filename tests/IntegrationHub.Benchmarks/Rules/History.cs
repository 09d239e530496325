using Azure.Data.Tables;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Storage;

namespace IntegrationHub.Benchmarks.Rules;

/// <summary>
/// Awards of before, written as rows without deciding them: dossiers of a hundred awards each, every second one the
/// learner's; a row among the recent for each; for each of the learner's a holding.
/// </summary>
internal sealed class History(StorageClients clients, string learner)
{
    private const int Batch = 100;

    private static readonly DateTimeOffset Earned = new(2025, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Decision Decision = new(Outcome.Earned, 1, 80, 90, 1, "event", Earned);

    private int _written;

    /// <summary>Writes until there are so many.</summary>
    public async Task GrowTo(int awards, Action<int> progress, CancellationToken cancellation)
    {
        var (from, ours) = (_written, Enumerable.Range(_written, awards - _written).Select(Award).ToList());
        foreach (var dossier in ours.GroupBy(award => award.Dossier))
        {
            await Write(StorageNames.Dossiers, dossier.Select(RowOf), cancellation);
            progress(_written += dossier.Count());
        }

        await Write(
            StorageNames.Recent,
            ours.Select((award, at) => new TableEntity($"{RuleCampus.Id}~20250501", $"{awards - at:D19}~{award}")),
            cancellation);
        await Write(
            StorageNames.Holdings,
            ours.Where((_, at) => (from + at) / Batch % 2 == 0)
                .Select(award =>
                    Row.Of($"{RuleCampus.Id}~{learner}", $"{award.Dossier.Name}{award.Cycle}", Held(award), Json.Default.HoldingRow)),
            cancellation);
    }

    private AwardId Award(int number) => new(Dossier(number / Batch), number % Batch);

    private DossierId Dossier(int number) =>
        DossierId.Of(RuleCampus.Id, number % 2 == 0 ? learner : $"learner-{number}", $"earlier-{number}");

    private static TableEntity RowOf(AwardId award) =>
        Row.Of(
            award.Dossier.ToString(),
            $"award~{award.Cycle:D4}",
            AwardRow.Of(
                new()
                {
                    Id = award,
                    Learner = "earlier",
                    MicroCredential = "earlier",
                    Decision = Decision,
                    Earned = Earned,
                    Opened = Earned,
                    Steps = [],
                }),
            Json.Default.AwardRow);

    private HoldingRow Held(AwardId award) =>
        HoldingRow.Of(
            new()
            {
                Credential = new(RuleCampus.Id, award.Dossier.Name),
                Learner = learner,
                Award = award,
                MicroCredential = "earlier",
                Issued = Earned,
            });

    private async Task Write(string table, IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        foreach (var some in rows.Chunk(Batch))
            await clients
                .Tables.GetTableClient(table)
                .SubmitTransactionAsync(
                    some.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                    cancellation);
    }
}
