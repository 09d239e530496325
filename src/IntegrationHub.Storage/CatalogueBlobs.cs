using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using IntegrationHub.Core.Failures;

namespace IntegrationHub.Storage;

/// <summary>
/// The institutions' files where there is no folder of one's own: blobs <c>{institution}/…</c> that people put there, copied into
/// a folder; and the copies of the last good versions, which outlive the folder as blobs.
/// </summary>
public sealed class CatalogueBlobs(StorageClients clients)
{
    // Whatever else lies in a folder of ours may be deleted; a folder without the mark is somebody's original.
    private const string Mark = ".copied";

    /// <summary>Beside an institution's files, where the catalogue reads nothing.</summary>
    public const string Incomplete = "not-all-copied.yaml";

    private readonly BlobContainerClient _files = clients.Blobs.GetBlobContainerClient(StorageNames.Catalogue);
    private readonly BlobContainerClient _lastGood = clients.Blobs.GetBlobContainerClient(StorageNames.LastGood);
    private readonly ConcurrentDictionary<string, string> _versions = new();

    /// <summary>
    /// Makes the folder the same as the blobs: what changed is fetched, what is gone is deleted. An institution with a blob that
    /// cannot be a file, such as one named like a folder, gets a file that its lint refuses: it has no good version of half its files.
    /// </summary>
    /// <returns>The institutions whose files are not all there.</returns>
    /// <exception cref="InvalidOperationException">The folder holds files that did not come from blobs.</exception>
    public Task<IReadOnlySet<string>> CopyFiles(string folder, CancellationToken cancellation) =>
        Copy(_files, folder, name => name.Contains('/', StringComparison.Ordinal), cancellation);

    /// <summary>Fetches the last good versions into a folder.</summary>
    /// <exception cref="InvalidOperationException">The folder holds files that did not come from blobs.</exception>
    public Task CopyLastGood(string folder, CancellationToken cancellation) => Copy(_lastGood, folder, _ => true, cancellation);

    /// <summary>Keeps the last good versions that are new in a folder.</summary>
    public async Task KeepLastGood(string folder, CancellationToken cancellation)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(file => !file.Name.StartsWith('.')))
        {
            if (_versions.GetValueOrDefault(file.FullName) == Version(file))
                continue;
            var version = Version(file);
            await _lastGood.GetBlobClient(file.Name).UploadAsync(file.FullName, overwrite: true, cancellation);
            _versions[file.FullName] = version;
        }
    }

    /// <summary>What has a longer name is no institution's folder, and perhaps none that can be made.</summary>
    private const int LongestFolder = 64;

    private async Task<IReadOnlySet<string>> Copy(
        BlobContainerClient container,
        string folder,
        Func<string, bool> isWanted,
        CancellationToken cancellation)
    {
        Prepare(folder);
        HashSet<string> there = [Path.Combine(folder, Mark)];
        var incomplete = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
        {
            var path = Path.GetFullPath(Path.Combine(folder, blob.Name));
            if (!isWanted(blob.Name)
                || blob.Name.IndexOf('/', StringComparison.Ordinal) > LongestFolder
                || !path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                continue;
            there.Add(path);
            var version = blob.Properties.ETag.ToString()!;
            if (File.Exists(path) && _versions.GetValueOrDefault($"{path}@") == version)
                continue;
            try
            {
                await Fetch(container.GetBlobClient(blob.Name), path, cancellation);
                (_versions[$"{path}@"], _versions[path]) = (version, Version(new(path)));
            }
            catch (Exception failure)
                when (container == _files && failure is (IOException and not StorageSilentException) or UnauthorizedAccessException)
            {
                var institution = blob.Name.Split('/')[0];
                there.Add(Path.Combine(folder, institution, Incomplete));
                if (incomplete.Add(institution))
                    await File.WriteAllTextAsync(Path.Combine(folder, institution, Incomplete), "", cancellation);
            }
        }

        Tidy(new(folder), there);
        return incomplete;
    }

    private static async Task Fetch(BlobClient blob, string path, CancellationToken cancellation)
    {
        var parent = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = Path.Combine(parent.FullName, $".{Guid.NewGuid():N}");
        await blob.DownloadToAsync(draft, cancellation);
        File.Move(draft, path, overwrite: true);
    }

    private static void Prepare(string folder)
    {
        var mark = Path.Combine(folder, Mark);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(mark))
            throw new InvalidOperationException(
                $"{folder} holds files that did not come from blobs: with Catalogue:FromBlobs, let Catalogue:Folder and Catalogue:LastGood "
                    + "name folders of the hub's own."
            );
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(mark, []);
    }

    private static void Tidy(DirectoryInfo folder, HashSet<string> there)
    {
        foreach (var file in folder.EnumerateFiles().Where(file => !there.Contains(file.FullName)))
            file.Delete();
        foreach (var below in folder.EnumerateDirectories())
        {
            Tidy(below, there);
            if (!below.EnumerateFileSystemInfos().Any())
                below.Delete();
        }
    }

    private static string Version(FileInfo file) => $"{file.Length}:{file.LastWriteTimeUtc.Ticks}";
}
