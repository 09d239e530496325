using System.Globalization;
using Azure;
using Azure.Data.Tables;
using IntegrationHub.Core;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Storage;

/// <summary>
/// A dossier is a partition: rows <c>evidence~{event}</c>, <c>act~{id}</c>, <c>part~{award}</c>, <c>decision</c>,
/// <c>award~{cycle}</c>, <c>step~{cycle}~{name}</c> and <c>timeline~{cycle}~{ticks}~{random}</c>. One partition is read
/// with one query and written with one transaction.
/// </summary>
internal sealed class Dossiers(StorageClients clients) : IDossiers
{
    private const string DecisionRow = "decision";
    private const string ErasedRow = "act~erased";

    /// <summary>Rows that tell of a person.</summary>
    private static readonly string[] Told = ["evidence~", "part~", "act~"];

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
        var row = Row.Of(partition, DecisionRow, change.Decision, Json.Default.Decision);
        var actions = new List<TableTransactionAction>
        {
            read.Version is null
                ? new(TableTransactionActionType.Add, row)
                : new(TableTransactionActionType.UpdateReplace, row, new ETag(read.Version)),
        };
        actions.AddRange(change.News.Evidence.Select(item => Add(Row.Of(partition, $"evidence~{Row.Key(item.EventId)}", item, Json.Default.Evidence))));
        if (change.News.Act is { } act)
            actions.Add(Add(Row.Of(partition, $"act~{Row.Key(act.Id)}", act, Json.Default.RegistrarAct)));
        actions.AddRange(change.News.Parts.Select(part => Upsert(Row.Of(partition, $"part~{Row.Key(part.Award)}", part, Json.Default.StackedCredential))));
        foreach (var award in change.Awards)
        {
            actions.Add(Upsert(Row.Of(partition, $"award~{Cycle(award.Id)}", AwardRow.Of(award), Json.Default.AwardRow)));
            actions.AddRange(award.Steps.Where(step => step != read.Award(award.Id.Cycle)?[step.Name]).Select(step => StepAction(award.Id, step)));
        }

        actions.AddRange(change.Entries.Select(entry => Add(TimelineRow(partition, entry))));
        return await Submit(actions, cancellation) is not null;
    }

    public async Task<IReadOnlyList<Step>?> Save(AwardId award, IReadOnlyList<Step> steps, IReadOnlyList<TimelineEntry> entries, CancellationToken cancellation)
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

    public Task Note(AwardId award, TimelineEntry entry, CancellationToken cancellation) => _table.UpsertEntityAsync(
        Row.Of(award.Dossier.ToString(), $"{TimelineKey(entry)}~{entry.Event}", entry, Json.Default.TimelineEntry), TableUpdateMode.Replace, cancellation);

    public async Task Erase(DossierId id, DateTimeOffset now, CancellationToken cancellation)
    {
        var partition = id.ToString();
        while (true)
        {
            var dossier = await Read(id, cancellation);
            List<TableTransactionAction> actions = [.. dossier.Awards.SelectMany(award => Bare(award, now))];
            if (dossier.Decision is { } decision)
                actions.Add(new(TableTransactionActionType.UpdateReplace, Row.Of(partition, DecisionRow, Bare(decision), Json.Default.Decision), new ETag(dossier.Version!)));
            if (dossier.Awards.Count > 0)
                actions.Add(Upsert(Row.Of(partition, ErasedRow, new("erased", ActKind.Erased, dossier.Awards.Max(award => award.Id.Cycle), now), Json.Default.RegistrarAct)));
            if (actions.Count == 0 || await Submit(actions, cancellation) is not null)
                break;
        }

        await foreach (var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
        {
            if (row.RowKey != ErasedRow && Told.Any(prefix => row.RowKey.StartsWith(prefix, StringComparison.Ordinal)) || (row.RowKey.StartsWith("timeline~", StringComparison.Ordinal) && row.Read(Json.Default.TimelineEntry).Event != TimelineEvent.Erased))
                await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }

        var left = await Read(id, cancellation);
        foreach (var award in left.Awards.Where(award => left.Timeline.All(entry => entry.Cycle != award.Id.Cycle)))
            await Note(award.Id, new(award.Id.Cycle, now, TimelineEvent.Erased), cancellation);
    }

    /// <summary>An award without what concerns a person; a step that had not ended ends here.</summary>
    private static IEnumerable<TableTransactionAction> Bare(Award award, DateTimeOffset now)
    {
        var bare = award with { Decision = Bare(award.Decision), Reason = null, Steps = [] };
        yield return new(TableTransactionActionType.UpsertReplace, Row.Of(award.Id.Dossier.ToString(), $"award~{Cycle(award.Id)}", AwardRow.Of(bare), Json.Default.AwardRow));
        foreach (var step in award.Steps)
        {
            var left = step with
            {
                State = step.HasEnded ? step.State : StepState.Failed,
                Updated = step.HasEnded ? step.Updated : now,
                Reference = null,
                Link = step.Reference is null || CredentialId.TryParse(step.Reference, out _) ? step.Link : null,
                Error = step.HasEnded ? null : "The learner's data were erased.",
                Until = null,
            };
            yield return new(TableTransactionActionType.UpdateReplace, StepRow(award.Id, left), new ETag(step.Version!));
        }
    }

    private static Decision Bare(Decision decision) => decision with { Percent = null, EventId = null, Rules = [] };

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
        return row.Read(Json.Default.AwardRow).Award(
            new(id, int.Parse(cycle, CultureInfo.InvariantCulture)),
            [.. of($"step~{cycle}~").Select(step => step.Read(Json.Default.Step) with { Version = step.ETag.ToString() }).OrderBy(step => step.Name)]);
    }

    private static TableTransactionAction StepAction(AwardId award, Step step) => step.Version is null
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
