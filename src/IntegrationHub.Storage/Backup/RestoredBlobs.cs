using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace IntegrationHub.Storage.Backup;

/// <summary>
/// Writes a backup's blobs, as they were; but what is said of a credential is brought together with what the storage says of it.
/// </summary>
internal sealed class RestoredBlobs(StorageClients clients)
{
    private readonly RestoredStandings _standings = new();

    public Task Write(BackupFolder folder, BackupFile file, IProgress<BackupProgress> progress, CancellationToken cancellation)
    {
        var (container, written) = (clients.Blobs.GetBlobContainerClient(file.Of), 0L);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = StorageBackup.AtOnce, CancellationToken = cancellation };
        return Parallel.ForEachAsync(folder.Read(file.Name, cancellation), limits, async (line, stop) =>
        {
            var blob = JsonSerializer.Deserialize(line.Span, BackupJson.Default.BlobLine)!;
            await using var content = await Content(folder, container, blob, stop);
            var options = new BlobUploadOptions
            {
                HttpHeaders = new() { ContentType = blob.ContentType, ContentEncoding = blob.ContentEncoding },
                Metadata = blob.Metadata,
            };
            await container.GetBlobClient(blob.Name).UploadAsync(content, options, stop);
            progress.Report(new(file.Of, Interlocked.Increment(ref written)));
        });
    }

    private async Task<Stream> Content(BackupFolder folder, BlobContainerClient container, BlobLine blob, CancellationToken cancellation)
    {
        var backup = folder.Open(BackupFolder.Blob(blob.Sha256));
        if (container.Name is not (StorageNames.Credentials or StorageNames.StatusLists))
            return backup;
        await using (backup)
        {
            var content = await BinaryData.FromStreamAsync(backup, cancellation);
            var here = await container.Download(blob.Name, cancellation);
            return (
                container.Name == StorageNames.Credentials
                    ? _standings.Credential(blob, content, here)
                    : _standings.List(blob, content, here)).ToStream();
        }
    }
}
