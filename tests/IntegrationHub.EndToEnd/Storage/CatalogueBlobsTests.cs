using Azure.Storage.Blobs;
using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>The catalogue kept as blobs, and its copies on an instance.</summary>
public sealed class CatalogueBlobsTests(AzuriteServer azurite) : IAsyncLifetime
{
    private readonly DirectoryInfo _disk = Directory.CreateTempSubdirectory("catalogue-");
    private readonly string _institution = $"i{Guid.NewGuid():N}";
    private BlobContainerClient _container = null!;
    private StorageClients _clients = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_disk.FullName, "files");

    public async ValueTask InitializeAsync()
    {
        _clients = StorageClients.Of(azurite.ConnectionString);
        await new StorageSetup(_clients).Run(Cancellation);
        _container = _clients.Blobs.GetBlobContainerClient("catalogue");
    }

    public ValueTask DisposeAsync()
    {
        _disk.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_folder_follows_the_blobs()
    {
        var blobs = new CatalogueBlobs(_clients);
        await Put("institution.yaml", "id: one");
        await Put("micro-credentials/a.yaml", "code: a");
        await blobs.CopyFiles(Folder, Cancellation);
        Read("institution.yaml").ShouldBe("id: one");
        Read("micro-credentials/a.yaml").ShouldBe("code: a");
        var untouched = File.GetLastWriteTimeUtc(Local("institution.yaml"));

        await Put("micro-credentials/a.yaml", "code: b");
        await blobs.CopyFiles(Folder, Cancellation);
        Read("micro-credentials/a.yaml").ShouldBe("code: b");
        File.GetLastWriteTimeUtc(Local("institution.yaml")).ShouldBe(untouched);

        await foreach (
            var blob in _container.GetBlobsAsync(
                Azure.Storage.Blobs.Models.BlobTraits.None,
                Azure.Storage.Blobs.Models.BlobStates.None,
                _institution,
                Cancellation))
            await _container.DeleteBlobAsync(blob.Name, cancellationToken: Cancellation);
        await blobs.CopyFiles(Folder, Cancellation);
        Directory.Exists(Path.Combine(Folder, _institution)).ShouldBeFalse();
    }

    [Fact]
    public async Task Blobs_that_cannot_all_be_files_stop_their_institution_alone()
    {
        var blobs = new CatalogueBlobs(_clients);
        var other = $"i{Guid.NewGuid():N}";
        await Put("institution.yaml", "id: one");
        await Put("micro-credentials", "a file where a folder must be");
        await Put("micro-credentials/a.yaml", "code: a");
        await _container.GetBlobClient($"{other}/institution.yaml").UploadAsync(new BinaryData("id: other"), Cancellation);
        await _container.GetBlobClient(_institution).UploadAsync(new BinaryData("in no institution's folder"), Cancellation);

        (await blobs.CopyFiles(Folder, Cancellation)).ShouldBe([_institution]);
        File.Exists(Path.Combine(Folder, other, "institution.yaml")).ShouldBeTrue();
        File.Exists(Local(CatalogueBlobs.Incomplete)).ShouldBeTrue();

        await _container.DeleteBlobAsync($"{_institution}/micro-credentials", cancellationToken: Cancellation);
        await blobs.CopyFiles(Folder, Cancellation);
        (await blobs.CopyFiles(Folder, Cancellation)).ShouldBeEmpty();
        Read("micro-credentials/a.yaml").ShouldBe("code: a");
        File.Exists(Local(CatalogueBlobs.Incomplete)).ShouldBeFalse();
        foreach (var blob in new[] { _institution, $"{other}/institution.yaml" })
            await _container.DeleteBlobAsync(blob, cancellationToken: Cancellation);
    }

    [Fact]
    public async Task A_last_good_version_outlives_the_instance_that_kept_it()
    {
        var (one, other) = (Path.Combine(_disk.FullName, "one"), Path.Combine(_disk.FullName, "other"));
        var blobs = new CatalogueBlobs(_clients);
        await blobs.CopyLastGood(one, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(one, $"{_institution}.zip"), "first", Cancellation);
        await blobs.KeepLastGood(one, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(one, $"{_institution}.zip"), "second", Cancellation);
        await blobs.KeepLastGood(one, Cancellation);

        await new CatalogueBlobs(_clients).CopyLastGood(other, Cancellation);

        (await File.ReadAllTextAsync(Path.Combine(other, $"{_institution}.zip"), Cancellation)).ShouldBe("second");
    }

    [Fact]
    public async Task A_folder_of_originals_is_left_alone()
    {
        Directory.CreateDirectory(Folder);
        var original = Path.Combine(Folder, "institution.yaml");
        await File.WriteAllTextAsync(original, "mine", Cancellation);
        var refused = await Should.ThrowAsync<InvalidOperationException>(() =>
            new CatalogueBlobs(_clients).CopyFiles(Folder, Cancellation));
        refused.Message.ShouldContain("Catalogue:FromBlobs");
        (await File.ReadAllTextAsync(original, Cancellation)).ShouldBe("mine");
    }

    private async Task Put(string path, string text) =>
        await _container.GetBlobClient($"{_institution}/{path}").UploadAsync(new BinaryData(text), overwrite: true, Cancellation);

    private string Local(string path) => Path.Combine(Folder, _institution, path);

    private string Read(string path) => File.ReadAllText(Local(path));
}
