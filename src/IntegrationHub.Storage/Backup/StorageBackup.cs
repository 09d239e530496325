using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace IntegrationHub.Storage.Backup;

/// <summary>How far a backup or a restore has come.</summary>
/// <param name="Name">The table or container.</param>
/// <param name="Count">Rows or blobs so far.</param>
public readonly record struct BackupProgress(string Name, long Count);

/// <summary>What a backup did.</summary>
/// <param name="Manifest">The backup's manifest.</param>
/// <param name="OnTheirWay">
/// About how many messages were on their way, hidden ones included, before or after, whichever was more: they are in no
/// backup. 0 of a ledger alone, from which nothing can be missing.
/// </param>
public sealed record BackupResult(BackupManifest Manifest, long OnTheirWay);

/// <summary>
/// Writes the hub's memory into a folder: tables and containers, a row and a blob at a time. Queues are left out: what is on
/// its way is either a delivery that the LMS still knows, or a step of an award that is open. Tokens of connections are
/// left out too: they are secrets, and got anew.
/// </summary>
public sealed class StorageBackup(StorageClients clients, TimeProvider time)
{
    internal const int AtOnce = 8;
    internal const int TellEvery = 500;

    /// <summary>
    /// Of a hub at work, what says that something is done is read before what was done: the ledger of erasures, the events
    /// that counted, the keys that lead to learners. What waits for a person is read before the dossiers, so that what goes
    /// on meanwhile is in one of the two (in both it does no harm: a completion counts once). What is open is read before
    /// the dossiers and once more after, so that the sweeper forgets no award between the two.
    /// </summary>
    private static readonly string[] First =
    [
        StorageNames.Erasures,
        StorageNames.Events,
        StorageNames.Waiting,
        StorageNames.Open,
        StorageNames.Identities,
    ];

    private static IEnumerable<string> Tables => [.. First, .. StorageNames.Tables.Except(First), StorageNames.Open];

    /// <summary>Takes a backup.</summary>
    /// <param name="path">The folder: a new one, or an empty one.</param>
    /// <param name="institution">The only tenant to take; null for all.</param>
    /// <param name="onlyErasures">Whether to take the ledger of erasures alone.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="cancellation">Ends it; the folder is no backup then.</param>
    /// <exception cref="BackupException">The folder is in use.</exception>
    /// <exception cref="IOException">The storage does not answer, or the folder cannot be written.</exception>
    public async Task<BackupResult> Take(
        string path,
        string? institution,
        bool onlyErasures,
        IProgress<BackupProgress> progress,
        CancellationToken cancellation)
    {
        var folder = new BackupFolder(path);
        folder.Begin();
        try
        {
            return await StorageFailures.AsIO(() => Take(folder, institution, onlyErasures, progress, cancellation));
        }
        catch
        {
            folder.Discard();
            throw;
        }
    }

    private async Task<BackupResult> Take(
        BackupFolder folder,
        string? institution,
        bool onlyErasures,
        IProgress<BackupProgress> progress,
        CancellationToken cancellation)
    {
        var before = onlyErasures ? 0 : await OnTheirWay(cancellation);
        var manifest = await Write(folder, institution, onlyErasures, progress, cancellation);
        return new(manifest, onlyErasures ? 0 : Math.Max(before, await OnTheirWay(cancellation)));
    }

    private async Task<long> OnTheirWay(CancellationToken cancellation) =>
        (await new QueueWatch(clients, time).Read(cancellation)).Sum(queue => (long)queue.Length);

    private async Task<BackupManifest> Write(
        BackupFolder folder,
        string? institution,
        bool onlyErasures,
        IProgress<BackupProgress> progress,
        CancellationToken cancellation)
    {
        var (begun, files) = (time.GetUtcNow(), new List<BackupFile>());
        foreach (var table in Tables.Where(name => !onlyErasures || name == StorageNames.Erasures))
        {
            var again = files.Exists(file => file.Of == table) ? "-again" : "";
            await using var lines = folder.Lines($"tables/{table}{again}.jsonl");
            await Rows(table, institution, lines, progress, cancellation);
            files.Add(lines.Finish(BackupFileKind.Rows, table));
        }

        foreach (var container in StorageNames.BackedUpContainers.Where(_ => !onlyErasures))
        {
            await using var lines = folder.Lines($"containers/{container}.jsonl");
            var bytes = await Blobs(folder, container, institution, lines, progress, cancellation);
            files.Add(lines.Finish(BackupFileKind.Blobs, container, bytes));
        }

        var manifest = new BackupManifest(
            BackupManifest.FormatName,
            BackupManifest.NewestVersion,
            begun,
            time.GetUtcNow(),
            institution,
            onlyErasures,
            files);
        await folder.Finish(manifest, cancellation);
        return manifest;
    }

    private async Task Rows(
        string table,
        string? institution,
        LineWriter lines,
        IProgress<BackupProgress> progress,
        CancellationToken cancellation)
    {
        try
        {
            await foreach (
                var row in clients
                    .Tables.GetTableClient(table)
                    .QueryAsync<TableEntity>(Filter(table, institution), cancellationToken: cancellation))
            {
                if (!IsOf(institution, TenantKeys.OfRow(table, row.PartitionKey, row.RowKey)) || Tokens.IsToken(table, row.RowKey))
                    continue;
                await lines.Write(TableLines.Write(row), cancellation);
                Tell(progress, table, lines.Lines);
            }
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.TableNotFound)
        {
            // A hub of an older release has no such table yet.
        }
    }

    private async Task<long> Blobs(
        BackupFolder folder,
        string name,
        string? institution,
        LineWriter lines,
        IProgress<BackupProgress> progress,
        CancellationToken cancellation)
    {
        var (container, total) = (clients.Blobs.GetBlobContainerClient(name), 0L);
        if (!await container.ExistsAsync(cancellation))
            return 0;
        var prefix = institution is null || name == StorageNames.Payloads ? null : institution;
        var found = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(found, limits, async (blob, stop) =>
        {
            if (!IsOf(institution, TenantKeys.OfBlob(name, blob.Name))
                || await Content(folder, container.GetBlobClient(blob.Name), stop) is not { } line)
                return;
            await lines.Write(JsonSerializer.SerializeToUtf8Bytes(line, BackupJson.Default.BlobLine), stop);
            Interlocked.Add(ref total, line.Bytes);
            Tell(progress, name, lines.Lines);
        });
        return total;
    }

    /// <returns>Null where the blob has been deleted meanwhile.</returns>
    private static async Task<BlobLine?> Content(BackupFolder folder, BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            using var answer = (await blob.DownloadStreamingAsync(cancellationToken: cancellation)).Value;
            var (bytes, hash) = await folder.Keep(answer.Content, cancellation);
            return new(blob.Name, hash, bytes, answer.Details.ContentType, answer.Details.ContentEncoding, answer.Details.Metadata);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Narrows a reading to the partitions whose keys begin with an institution's name, or with a longer one.</summary>
    internal static string? Filter(string table, string? institution) =>
        institution is null || TenantKeys.IsByTime(table)
            ? null
            : TableClient.CreateQueryFilter($"PartitionKey ge {institution} and PartitionKey lt {institution + '\u007f'}");

    private static bool IsOf(string? institution, string owner) => institution is null || owner == institution;

    private static void Tell(IProgress<BackupProgress> progress, string name, long count)
    {
        if (count % TellEvery == 0)
            progress.Report(new(name, count));
    }
}
