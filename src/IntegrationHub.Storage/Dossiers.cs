using System.Globalization;
using Azure;
using Azure.Data.Tables;
using IntegrationHub.Core;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Storage;

/// <summary>
/// A dossier is a partition: rows <c>evidence~{event}</c>, <c>act~{id}</c>, <c>part~{award}</c>, <c>decision</c>,
/// <c>award~{cycle}</c>, <c>step~{cycle}~{name}</c> and <c>timeline~{cycle}~{ticks}~{random}</c>. One partition is read
/// with one query and written with one transaction, or with several where one would be too large.
/// </summary>
internal sealed partial class Dossiers(StorageClients clients) : IDossiers
{
    private const string DecisionRow = "decision";

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageNames.Dossiers);

    public async Task<Dossier> Read(DossierId id, CancellationToken cancellation)
    {
        var partition = id.ToString();
        var rows = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
            rows.Add(row);

        IEnumerable<TableEntity> Of(string prefix) => rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal));
        var decision = rows.Find(row => row.RowKey == DecisionRow);
        return new()
        {
            Id = id,
            Evidence = [.. Of("evidence~").Select(row => row.Read(Json.Default.Evidence))],
            Acts = [.. Of("act~").Select(row => row.Read(Json.Default.RegistrarAct))],
            Parts = [.. Of("part~").Select(row => row.Read(Json.Default.StackedCredential))],
            Decision = decision?.Read(Json.Default.Decision),
            Version = decision?.ETag.ToString(),
            Awards = [.. Of("award~").Select(row => ReadAward(id, row, Of))],
            Timeline = [.. Of("timeline~").Select(row => row.Read(Json.Default.TimelineEntry)).OrderBy(entry => entry.At)],
        };
    }

    public async Task<bool> Decide(Dossier read, DossierChange change, CancellationToken cancellation)
    {
        var partition = read.Id.ToString();
        // What the learner holds is asked once, while there is no decision: it is in the first transaction, evidence comes again.
        IEnumerable<TableTransactionAction> news =
        [
            .. change
                .News.Parts.Select(part => Row.Of(partition, $"part~{Row.Key(part.Award)}", part, Json.Default.StackedCredential))
                .Select(Upsert),
            .. new[] { change.News.Act }
                .OfType<RegistrarAct>()
                .Select(act => Row.Of(partition, $"act~{Row.Key(act.Id)}", act, Json.Default.RegistrarAct))
                .Select(Add),
            .. change
                .News.Evidence.Select(item => Row.Of(partition, $"evidence~{Row.Key(item.EventId)}", item, Json.Default.Evidence))
                .Select(Add),
        ];
        var awards = change.Awards.Select(award =>
            (IReadOnlyList<TableTransactionAction>)
                [
                    Upsert(Row.Of(partition, $"award~{Cycle(award.Id)}", AwardRow.Of(award), Json.Default.AwardRow)),
                    .. award.Steps.Where(step => step != read.Award(award.Id.Cycle)?[step.Name]).Select(step => StepAction(award.Id, step)),
                    .. change.Entries.Where(entry => entry.Cycle == award.Id.Cycle).Select(entry => Add(TimelineRow(partition, entry))),
                ]);
        var rest = change
            .Entries.Where(entry => change.Awards.All(award => award.Id.Cycle != entry.Cycle))
            .Select(entry => Add(TimelineRow(partition, entry)));
        return await Write(partition, change.Decision, read.Version, [.. Alone(news), .. awards, .. Alone(rest)], cancellation);
    }

    public async Task<IReadOnlyList<Step>?> Save(
        AwardId award,
        IReadOnlyList<Step> steps,
        IReadOnlyList<TimelineEntry> entries,
        CancellationToken cancellation)
    {
        var partition = award.Dossier.ToString();
        List<TableTransactionAction> actions =
        [
            .. steps.Select(step => StepAction(award, step)),
            .. entries.Select(entry => Add(TimelineRow(partition, entry))),
        ];
        return await Submit(actions, cancellation) is { } versions
            ? [.. steps.Select((step, at) => step with { Version = versions[at] })]
            : null;
    }

    public Task Note(AwardId award, TimelineEntry entry, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(
            Row.Of(award.Dossier.ToString(), $"{TimelineKey(entry)}~{entry.Event}", entry, Json.Default.TimelineEntry),
            TableUpdateMode.Replace,
            cancellation);

    /// <summary>
    /// Writes a decision and what goes with it. Each transaction holds the decision's row, on the condition that nobody has written it
    /// since: whoever comes between two of them, an erasure among others, ends it, and the next decision completes what is there.
    /// </summary>
    /// <returns>False where another was quicker.</returns>
    private async Task<bool> Write(
        string partition,
        Decision decision,
        string? version,
        IEnumerable<IReadOnlyList<TableTransactionAction>> groups,
        CancellationToken cancellation)
    {
        var row = Row.Of(partition, DecisionRow, decision, Json.Default.Decision);
        foreach (var some in Transactions.Divide(groups, besides: 1))
        {
            var head = version is null ? Add(row) : new(TableTransactionActionType.UpdateReplace, row, new ETag(version));
            if (await Submit([head, .. some], cancellation) is not [var written, ..])
                return false;
            version = written;
        }

        return true;
    }

    private static IEnumerable<IReadOnlyList<TableTransactionAction>> Alone(IEnumerable<TableTransactionAction> actions) =>
        actions.Select(action => (IReadOnlyList<TableTransactionAction>)[action]);

    /// <returns>The rows' new versions, or null where one was changed by another.</returns>
    private async Task<IReadOnlyList<string>?> Submit(List<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            var answer = await _table.Submit(actions, cancellation);
            return [.. answer.Select(row => row.Headers.ETag?.ToString() ?? "")];
        }
        catch (TableTransactionFailedException failure) when (failure.IsLostRace())
        {
            return null;
        }
    }

    private static Award ReadAward(DossierId id, TableEntity row, Func<string, IEnumerable<TableEntity>> of)
    {
        var cycle = row.RowKey.Split('~')[1];
        return row.Read(Json.Default.AwardRow)
            .Award(
                new(id, int.Parse(cycle, CultureInfo.InvariantCulture)),
                [
                    .. of($"step~{cycle}~")
                        .Select(step => step.Read(Json.Default.Step) with { Version = step.ETag.ToString() })
                        .OrderBy(step => step.Name),
                ]);
    }

    private static TableTransactionAction StepAction(AwardId award, Step step) =>
        step.Version is null
            ? Add(StepRow(award, step))
            : new(TableTransactionActionType.UpdateReplace, StepRow(award, step), new ETag(step.Version));

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private static TableEntity StepRow(AwardId award, Step step) =>
        Row.Of(award.Dossier.ToString(), $"step~{Cycle(award)}~{step.Name}", step with { Version = null }, Json.Default.Step);

    private static TableEntity TimelineRow(string partition, TimelineEntry entry) =>
        Row.Of(partition, $"{TimelineKey(entry)}~{TrackingId.New()}", entry, Json.Default.TimelineEntry);

    private static string TimelineKey(TimelineEntry entry) => $"timeline~{entry.Cycle:D4}~{Row.Key(entry.At)}";

    private static string Cycle(AwardId award) => award.Cycle.ToString("D4", CultureInfo.InvariantCulture);
}
