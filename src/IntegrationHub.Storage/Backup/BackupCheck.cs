using System.Security.Cryptography;
using System.Text.Json;
using IntegrationHub.Core.Attention;

namespace IntegrationHub.Storage.Backup;

/// <summary>
/// Looks at every byte of a backup before anything is written: all is there, as it was, and of the tenant that the manifest names.
/// </summary>
internal sealed class BackupCheck(BackupFolder folder, BackupManifest manifest)
{
    private readonly HashSet<string> _owners = [];

    /// <returns>The institutions that the backup knows.</returns>
    /// <exception cref="BackupException">A file is missing or not what the manifest says, or names what this release does not
    /// know.</exception>
    public async Task<IReadOnlyCollection<string>> Run(IProgress<BackupProgress> progress, CancellationToken cancellation)
    {
        foreach (var file in manifest.Files)
        {
            var known = file.Kind == BackupFileKind.Rows ? StorageNames.Tables : StorageNames.BackedUpContainers;
            if (!known.Contains(file.Of))
                throw new BackupException(BackupFault.Unknown, file.Of);
        }

        foreach (var file in manifest.Files)
        {
            if (await Hash(file.Name, cancellation) != file.Sha256)
                throw new BackupException(BackupFault.Damaged, file.Name);
            await Lines(file, progress, cancellation);
        }

        _owners.Remove(AttentionItem.OfTheHub);
        return _owners;
    }

    private async Task Lines(BackupFile file, IProgress<BackupProgress> progress, CancellationToken cancellation)
    {
        var lines = 0L;
        await foreach (var line in folder.Read(file.Name, cancellation))
        {
            var owner = file.Kind == BackupFileKind.Rows ? OwnerOfRow(file, line) : await OwnerOfBlob(file, line, cancellation);
            if (manifest.Institution is not null && owner != manifest.Institution)
                throw new BackupException(BackupFault.Damaged, file.Name);
            _owners.Add(owner);
            if (++lines % StorageBackup.TellEvery == 0)
                progress.Report(new(file.Of, lines));
        }

        if (lines != file.Lines)
            throw new BackupException(BackupFault.Damaged, file.Name);
    }

    private static string OwnerOfRow(BackupFile file, ReadOnlyMemory<byte> line)
    {
        try
        {
            var row = TableLines.Read(line);
            return TenantKeys.OfRow(file.Of, row.PartitionKey, row.RowKey);
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException)
        {
            throw new BackupException(BackupFault.Damaged, file.Name);
        }
    }

    private async Task<string> OwnerOfBlob(BackupFile file, ReadOnlyMemory<byte> line, CancellationToken cancellation)
    {
        var blob = BlobOf(file, line);
        if (await Hash(BackupFolder.Blob(blob.Sha256), cancellation) != blob.Sha256)
            throw new BackupException(BackupFault.Damaged, BackupFolder.Blob(blob.Sha256));
        return TenantKeys.OfBlob(file.Of, blob.Name);
    }

    private static BlobLine BlobOf(BackupFile file, ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line.Span, BackupJson.Default.BlobLine) is { Name: not null, Sha256.Length: 64 } blob
                ? blob
                : throw new BackupException(BackupFault.Damaged, file.Name);
        }
        catch (JsonException)
        {
            throw new BackupException(BackupFault.Damaged, file.Name);
        }
    }

    private async Task<string> Hash(string name, CancellationToken cancellation)
    {
        try
        {
            await using var file = folder.Open(name);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException(BackupFault.Damaged, name);
        }
    }
}
