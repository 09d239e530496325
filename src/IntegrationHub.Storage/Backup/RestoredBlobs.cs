using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using IntegrationHub.Core.Credentials;

namespace IntegrationHub.Storage.Backup;

/// <summary>Writes a backup's blobs, as they were.</summary>
internal sealed class RestoredBlobs(StorageClients clients)
{
    private static readonly string Revocations = $"/{StatusPurpose.Revocation}/".ToLowerInvariant();

    public Task Write(BackupFolder folder, BackupFile file, IProgress<BackupProgress> progress, CancellationToken cancellation)
    {
        var (container, written) = (clients.Blobs.GetBlobContainerClient(file.Of), 0L);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = StorageBackup.AtOnce, CancellationToken = cancellation };
        return Parallel.ForEachAsync(folder.Read(file.Name, cancellation), limits, async (line, stop) =>
        {
            var blob = JsonSerializer.Deserialize(line.Span, BackupJson.Default.BlobLine)!;
            await using var content = await Content(folder, container, file.Of, blob, stop);
            var options = new BlobUploadOptions
            {
                HttpHeaders = new() { ContentType = blob.ContentType, ContentEncoding = blob.ContentEncoding },
                Metadata = blob.Metadata,
            };
            await container.GetBlobClient(blob.Name).UploadAsync(content, options, stop);
            progress.Report(new(file.Of, Interlocked.Increment(ref written)));
        });
    }

    /// <summary>A revocation that the storage knows stays, even where the backup is older.</summary>
    private static async Task<Stream> Content(BackupFolder folder, BlobContainerClient container, string name, BlobLine blob, CancellationToken cancellation)
    {
        var restored = folder.Open(BackupFolder.Blob(blob.Sha256));
        if (name != StorageNames.StatusLists || !blob.Name.Contains(Revocations, StringComparison.Ordinal)
            || await container.Download(blob.Name, cancellation) is not { } here)
            return restored;
        await using (restored)
        {
            var bits = here.Content.ToArray();
            var before = new byte[bits.Length];
            await restored.ReadExactlyAsync(before, cancellation);
            for (var at = 0; at < bits.Length; at++)
                bits[at] |= before[at];
            return new MemoryStream(bits);
        }
    }
}
