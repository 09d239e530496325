using Azure;
using Azure.Data.Tables;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Storage;

/// <summary>What an erasure takes out of a dossier, and what it leaves.</summary>
internal sealed partial class Dossiers
{
    private const string ErasedRow = "act~erased";

    /// <summary>Rows that tell of a person.</summary>
    private static readonly string[] Told = ["evidence~", "part~", "act~"];

    public async Task Erase(DossierId id, DateTimeOffset now, CancellationToken cancellation)
    {
        var partition = id.ToString();
        while (true)
        {
            var dossier = await Read(id, cancellation);
            if (dossier.Decision is not { } decision)
                break;
            var groups = dossier.Awards.Select(award => (IReadOnlyList<TableTransactionAction>)[.. Bare(award, now)]).ToList();
            if (dossier.Awards.Count > 0)
                groups.Add([Upsert(Row.Of(partition, ErasedRow, Mark(dossier, now), Json.Default.RegistrarAct))]);
            if (await Write(partition, Bare(decision), dossier.Version, groups, cancellation))
                break;
        }

        await foreach (var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
        {
            if (IsToGo(row))
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
        yield return Upsert(Row.Of(award.Id.Dossier.ToString(), $"award~{Cycle(award.Id)}", AwardRow.Of(bare), Json.Default.AwardRow));
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

    private static RegistrarAct Mark(Dossier dossier, DateTimeOffset now) =>
        new("erased", ActKind.Erased, dossier.Awards.Max(award => award.Id.Cycle), now);

    private static bool IsToGo(TableEntity row) =>
        (row.RowKey != ErasedRow && Told.Any(prefix => row.RowKey.StartsWith(prefix, StringComparison.Ordinal)))
        || (row.RowKey.StartsWith("timeline~", StringComparison.Ordinal)
            && row.Read(Json.Default.TimelineEntry).Event != TimelineEvent.Erased);

    private static Decision Bare(Decision decision) => decision with { Percent = null, EventId = null, Rules = [] };
}
