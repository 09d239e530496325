using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using IntegrationHub.Core.Badges;

namespace IntegrationHub.Storage.Backup;

/// <summary>Writes a backup's rows, as they were, a batch of one partition at a time.</summary>
internal sealed class RestoredRows(StorageClients clients, TimeProvider time)
{
    private const int LargestBatch = 100;
    private const int LargestBytes = 2_000_000;

    // A list's number is a part of addresses, and a new list begins with the next restore: minutes since the hub's first year.
    private static readonly DateTimeOffset FirstYear = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Task Write(BackupFolder folder, BackupFile file, IProgress<BackupProgress> progress, CancellationToken cancellation)
    {
        var (table, written) = (clients.Tables.GetTableClient(file.Of), 0L);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = StorageBackup.AtOnce, CancellationToken = cancellation };
        return Parallel.ForEachAsync(Batches(folder, file, cancellation), limits, async (batch, stop) =>
        {
            await table.Submit(batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), stop);
            progress.Report(new(file.Of, Interlocked.Add(ref written, batch.Count)));
        });
    }

    /// <summary>
    /// The first list of an institution that had none may have been begun, and lost, after the backup: its next is a new one too.
    /// </summary>
    public async Task BeginLists(IEnumerable<string> institutions, CancellationToken cancellation)
    {
        var serials = clients.Tables.GetTableClient(StorageNames.StatusSerials);
        foreach (var institution in institutions)
            await serials.Put(InANewList(new(institution, StatusLists.Next) { ["List"] = 0 }), version: null, cancellation);
    }

    private async IAsyncEnumerable<List<TableEntity>> Batches(
        BackupFolder folder,
        BackupFile file,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (batch, bytes) = (new List<TableEntity>(), 0);
        await foreach (var line in folder.Read(file.Name, cancellation))
        {
            var row = TableLines.Read(line);
            if (batch.Count > 0
                && (batch.Count == LargestBatch || bytes + line.Length > LargestBytes || batch[0].PartitionKey != row.PartitionKey))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(file.Of == StorageNames.StatusSerials ? InANewList(row) : row);
            bytes += line.Length;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    /// <summary>
    /// Credentials that were issued after the backup are with their holders, and keep their places in the list of then: what
    /// is issued from now on gets places in a list of its own.
    /// </summary>
    private TableEntity InANewList(TableEntity next)
    {
        var list = Math.Max(next.GetInt32("List")!.Value, (int)(time.GetUtcNow() - FirstYear).TotalMinutes);
        (next["List"], next["Serial"]) = (list, StatusEntry.Bits);
        return next;
    }
}
