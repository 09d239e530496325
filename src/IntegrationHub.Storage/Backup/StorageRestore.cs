using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs.Models;
using IntegrationHub.Core.Attention;

namespace IntegrationHub.Storage.Backup;

/// <summary>What a restore did.</summary>
/// <param name="Manifest">The backup's manifest.</param>
/// <param name="Erasures">How many erasures the hub does again as soon as it runs.</param>
public sealed record RestoreResult(BackupManifest Manifest, int Erasures);

/// <summary>
/// Writes a backup into the storage of a hub that does not run. Everything is looked at before the first write; a restore
/// that was cut short may be run again; erasures that were done since are done again.
/// </summary>
public sealed class StorageRestore
{
    /// <summary>The row that says that a restore has begun and not ended.</summary>
    private const string UnderWay = "restore";
    private const string Backup = "Backup";

    private readonly StorageClients _clients;
    private readonly TableClient _connections;
    private readonly RestoredErasures _erasures;
    private readonly RestoredRows _rows;
    private readonly RestoredBlobs _blobs;

    /// <summary>Into the storage of some clients.</summary>
    public StorageRestore(StorageClients clients, TimeProvider time)
    {
        (_clients, _connections) = (clients, clients.Tables.GetTableClient(StorageNames.Connections));
        _erasures = new(clients, new Erasures(clients), new Queues(clients, new Payloads(clients), time));
        (_rows, _blobs) = (new(clients, time), new(clients));
    }

    /// <summary>Restores a backup.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="intoExisting">Whether the storage may hold something: what the backup has replaces what is there, the rest
    /// stays.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="cancellation">Ends it; it may be run again.</param>
    /// <exception cref="BackupException">The backup is damaged, unfinished or unknown, or the storage is not empty.</exception>
    /// <exception cref="IOException">The storage does not answer, or the folder cannot be read.</exception>
    public Task<RestoreResult> Run(string path, bool intoExisting, IProgress<BackupProgress> progress, CancellationToken cancellation) =>
        StorageFailures.AsIO(async () =>
        {
            var folder = new BackupFolder(path);
            var (manifest, hash) = await folder.Manifest(cancellation);
            var institutions = await new BackupCheck(folder, manifest).Run(progress, cancellation);
            await Admit(manifest, hash, intoExisting, cancellation);

            await new StorageSetup(_clients).Run(cancellation);
            if (!manifest.OnlyErasures)
                await _connections.UpsertEntityAsync(
                    new TableEntity(AttentionItem.OfTheHub, UnderWay) { [Backup] = hash },
                    TableUpdateMode.Replace,
                    cancellation);
            var again = await _erasures.Merge(await Ledger(folder, manifest, cancellation), manifest, cancellation);
            // Status lists last: they follow the credentials.
            foreach (var file in manifest
                    .Files.Where(file => file.Of != StorageNames.Erasures)
                    .OrderBy(file => file.Of == StorageNames.StatusLists))
                await (
                    file.Kind == BackupFileKind.Rows
                        ? _rows.Write(folder, file, progress, cancellation)
                        : _blobs.Write(folder, file, progress, cancellation));
            await _erasures.Begin(again, cancellation);
            if (!manifest.OnlyErasures)
            {
                await _rows.BeginLists(institutions, cancellation);
                await _connections.DeleteEntityAsync(AttentionItem.OfTheHub, UnderWay, ETag.All, cancellation);
            }

            return new RestoreResult(manifest, again.Count);
        });

    private async Task Admit(BackupManifest manifest, string hash, bool intoExisting, CancellationToken cancellation)
    {
        if (manifest.OnlyErasures)
            return;
        if (await Begun(cancellation) is { } begun)
        {
            if (begun != hash)
                throw new BackupException(BackupFault.OtherRestore, begun);
            return;
        }

        if (!intoExisting && await Filled(manifest.Institution, cancellation) is { Count: > 0 } filled)
            throw new BackupException(BackupFault.NotEmpty, string.Join(", ", filled));
    }

    private async Task<string?> Begun(CancellationToken cancellation)
    {
        try
        {
            return (await _connections.Find(AttentionItem.OfTheHub, UnderWay, cancellation))?.GetString(Backup);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.TableNotFound)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<TableEntity>> Ledger(
        BackupFolder folder,
        BackupManifest manifest,
        CancellationToken cancellation)
    {
        var lines = new List<TableEntity>();
        foreach (var file in manifest.Files.Where(file => file.Of == StorageNames.Erasures))
        {
            await foreach (var line in folder.Read(file.Name, cancellation))
                lines.Add(TableLines.Read(line));
        }

        return lines;
    }

    /// <summary>The tables and containers that hold something of a tenant's, or of anybody's; the ledger of erasures may.</summary>
    private async Task<IReadOnlyList<string>> Filled(string? institution, CancellationToken cancellation)
    {
        var filled = new List<string>();
        foreach (var table in StorageNames.Tables.Where(name => name != StorageNames.Erasures))
        {
            if (await HasRows(table, institution, cancellation))
                filled.Add(table);
        }

        foreach (var container in StorageNames.BackedUpContainers)
        {
            if (await HasBlobs(container, institution, cancellation))
                filled.Add(container);
        }

        return filled;
    }

    private async Task<bool> HasRows(string table, string? institution, CancellationToken cancellation)
    {
        try
        {
            await foreach (
                var row in _clients
                    .Tables.GetTableClient(table)
                    .QueryAsync<TableEntity>(StorageBackup.Filter(table, institution), cancellationToken: cancellation))
            {
                if (institution is null || TenantKeys.OfRow(table, row.PartitionKey, row.RowKey) == institution)
                    return true;
            }
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.TableNotFound)
        {
            // It is made before the first write.
        }

        return false;
    }

    private async Task<bool> HasBlobs(string name, string? institution, CancellationToken cancellation)
    {
        var container = _clients.Blobs.GetBlobContainerClient(name);
        if (!await container.ExistsAsync(cancellation))
            return false;
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellation))
        {
            if (institution is null || TenantKeys.OfBlob(name, blob.Name) == institution)
                return true;
        }

        return false;
    }
}
