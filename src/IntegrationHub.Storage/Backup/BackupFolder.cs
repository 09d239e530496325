using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Storage.Backup;

/// <summary>
/// The folder of a backup: <c>manifest.json</c>, <c>tables/*.jsonl</c>, <c>containers/*.jsonl</c> and <c>blobs/{first two}/{hash}</c>, for
/// its owner's eyes only.
/// </summary>
internal sealed class BackupFolder(string path)
{
    private const string ManifestName = "manifest.json";
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the folder for a new backup.</summary>
    /// <exception cref="BackupException">It holds files.</exception>
    public void Begin()
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new BackupException(BackupFault.FolderInUse, path);
        Make(path);
    }

    /// <summary>Leaves nothing of a backup that was cut short: it holds personal data.</summary>
    public void Discard() => Directory.Delete(path, recursive: true);

    public async Task Finish(BackupManifest manifest, CancellationToken cancellation)
    {
        await using var file = Create(Full(ManifestName));
        await JsonSerializer.SerializeAsync(file, manifest, ReadableBackupJson.Types.BackupManifest, cancellation);
    }

    /// <returns>The manifest and its hash, which names the backup.</returns>
    /// <exception cref="BackupException">There is none, or none that this release knows.</exception>
    public async Task<(BackupManifest Manifest, string Hash)> Manifest(CancellationToken cancellation)
    {
        if (!File.Exists(Full(ManifestName)))
            throw new BackupException(BackupFault.Unfinished, path);
        var bytes = await File.ReadAllBytesAsync(Full(ManifestName), cancellation);
        try
        {
            var manifest = JsonSerializer.Deserialize(bytes, BackupJson.Default.BackupManifest);
            return manifest is { Format: BackupManifest.FormatName, Version: >= 1 and <= BackupManifest.NewestVersion, Files: not null }
                ? (manifest, Convert.ToHexStringLower(SHA256.HashData(bytes)))
                : throw new BackupException(BackupFault.Unknown, $"{manifest?.Format} {manifest?.Version}");
        }
        catch (JsonException)
        {
            throw new BackupException(BackupFault.Damaged, ManifestName);
        }
    }

    /// <summary>A new file of lines.</summary>
    public LineWriter Lines(string name) => new(name, Create(Full(name)));

    public FileStream Open(string name) =>
        new(Full(name), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, useAsync: true);

    /// <summary>The lines of a file, one at a time.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> Read(string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = Open(name);
        using var text = new StreamReader(file, Encoding.UTF8);
        while (await text.ReadLineAsync(cancellation) is { } line)
            yield return Encoding.UTF8.GetBytes(line);
    }

    /// <summary>Keeps a blob's content under its hash; the same content twice is one file.</summary>
    public async Task<(long Bytes, string Hash)> Keep(Stream content, CancellationToken cancellation)
    {
        using var hash = SHA256.Create();
        var draft = Create(Full($"blobs/.{Guid.NewGuid():N}"));
        await using (draft)
        await using (var hashed = new CryptoStream(draft, hash, CryptoStreamMode.Write))
            await content.CopyToAsync(hashed, cancellation);
        var named = Full(Blob(Convert.ToHexStringLower(hash.Hash!)));
        Make(Path.GetDirectoryName(named)!);
        File.Move(draft.Name, named, overwrite: true);
        return (new FileInfo(named).Length, Path.GetFileName(named));
    }

    public static string Blob(string hash) => $"blobs/{hash[..2]}/{hash}";

    /// <exception cref="BackupException">The name leads out of the folder.</exception>
    private string Full(string name)
    {
        var full = Path.GetFullPath(Path.Combine(path, name));
        return full.StartsWith(Path.GetFullPath(path) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new BackupException(BackupFault.Damaged, name);
    }

    private static FileStream Create(string file)
    {
        Make(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            BufferSize = 1 << 16,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnersFile;
        return new(file, options);
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnersFile | UnixFileMode.UserExecute);
    }
}
