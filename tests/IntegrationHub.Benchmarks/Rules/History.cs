using Azure.Data.Tables;
using IntegrationHub.Core.Awards;
using IntegrationHub.Storage;

namespace IntegrationHub.Benchmarks.Rules;

/// <summary>
/// Awards of before, written as rows without deciding them: a dossier of a decision and an award, every second one the
/// learner's; a row among the recent; for the learner a holding.
/// </summary>
internal sealed class History(StorageClients clients, string learner)
{
    private const int Batch = 100;
    private const int AtOnce = 32;

    private static readonly DateTimeOffset Earned = new(2025, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Decision Decision = new(Outcome.Earned, 1, 80, 90, 1, "event", Earned);

    private int _written;

    /// <summary>Writes until there are so many.</summary>
    public async Task GrowTo(int awards, Action<int> progress, CancellationToken cancellation)
    {
        var ours = Enumerable.Range(_written, awards - _written).Select(number => new AwardId(Dossier(number), 0)).ToList();
        var dossiers = clients.Tables.GetTableClient(StorageNames.Dossiers);
        await Parallel.ForEachAsync(ours.Chunk(Batch), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (some, stop) =>
        {
            foreach (var award in some)
                await dossiers.SubmitTransactionAsync(Rows(award).Select(Add), stop);
            progress(Interlocked.Add(ref _written, some.Length));
        });
        await Write(StorageNames.Recent, ours.Select((award, at) => new TableEntity($"{RuleCampus.Id}~20250501", $"{awards - at:D19}~{award}")), cancellation);
        await Write(
            StorageNames.Holdings,
            ours.Where((_, at) => at % 2 == 0).Select(award => Row.Of($"{RuleCampus.Id}~{learner}", award.Dossier.Name, Held(award), Json.Default.HoldingRow)),
            cancellation);
    }

    private DossierId Dossier(int number) => DossierId.Of(RuleCampus.Id, number % 2 == 0 ? learner : $"learner-{number}", $"earlier-{number}");

    private IEnumerable<TableEntity> Rows(AwardId award)
    {
        var row = AwardRow.Of(new() { Id = award, Learner = learner, MicroCredential = "earlier", Decision = Decision, Earned = Earned, Opened = Earned, Steps = [] });
        yield return Row.Of(award.Dossier.ToString(), "decision", Decision, Json.Default.Decision);
        yield return Row.Of(award.Dossier.ToString(), "award~0000", row, Json.Default.AwardRow);
    }

    private HoldingRow Held(AwardId award) => HoldingRow.Of(new() { Credential = new(RuleCampus.Id, award.Dossier.Name), Learner = learner, Award = award, MicroCredential = "earlier", Issued = Earned });

    private async Task Write(string table, IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        foreach (var some in rows.Chunk(Batch))
            await clients.Tables.GetTableClient(table).SubmitTransactionAsync(some.Select(Add), cancellation);
    }

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);
}
