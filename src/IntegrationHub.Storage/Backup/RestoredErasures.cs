using Azure.Data.Tables;
using IntegrationHub.Core;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Storage.Backup;

/// <summary>
/// Brings two ledgers of erasures together (law 15): that of the backup and that of the storage, which is never overwritten.
/// What the one that goes with the data does not know as done is done again.
/// </summary>
internal sealed class RestoredErasures(StorageClients clients, IErasures ledger, IQueues queues)
{
    /// <summary>Merges the backup's ledger into the storage's.</summary>
    /// <param name="backup">The backup's lines.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The lines whose erasures are to be done again.</returns>
    public async Task<IReadOnlyList<Erasure>> Merge(
        IEnumerable<TableEntity> backup,
        BackupManifest manifest,
        CancellationToken cancellation)
    {
        var restored = Keyed(backup);
        var here = Keyed(await Here(manifest.Institution, cancellation));
        // The data are those of the backup; where it is a ledger alone, those of the storage.
        var knownToTheData = manifest.OnlyErasures ? here : restored;
        var again = new List<Erasure>();
        foreach (var key in restored.Keys.Union(here.Keys))
        {
            var line = Later(restored.GetValueOrDefault(key), here.GetValueOrDefault(key));
            var isDone = knownToTheData.GetValueOrDefault(key) is { Done: not null } known && known.Asked == line.Asked;
            if (!isDone)
                again.Add(line = line with { Done = null });
            await ledger.Save(line, cancellation);
        }

        return again;
    }

    /// <summary>Has erasures done by the hub as soon as it runs.</summary>
    public async Task Begin(IEnumerable<Erasure> lines, CancellationToken cancellation)
    {
        foreach (var line in lines)
            await queues.Send(TrackingId.New(), new EraseLearner(line.Institution, line.Learner), cancellation);
    }

    private async Task<IReadOnlyList<TableEntity>> Here(string? institution, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        await foreach (
            var row in clients
                .Tables.GetTableClient(StorageNames.Erasures)
                .QueryAsync<TableEntity>(StorageBackup.Filter(StorageNames.Erasures, institution), cancellationToken: cancellation))
        {
            if (institution is null || row.PartitionKey == institution)
                rows.Add(row);
        }

        return rows;
    }

    private static Dictionary<(string, string), Erasure> Keyed(IEnumerable<TableEntity> rows) =>
        rows.ToDictionary(row => (row.PartitionKey, row.RowKey), row => row.Read(Json.Default.Erasure));

    /// <summary>The later wish; of one wish what is known to be done.</summary>
    private static Erasure Later(params IEnumerable<Erasure?> lines) =>
        lines.OfType<Erasure>().MaxBy(line => (line.Asked, line.Done ?? DateTimeOffset.MinValue))!;
}
