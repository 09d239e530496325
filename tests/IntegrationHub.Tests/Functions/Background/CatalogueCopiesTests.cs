using IntegrationHub.Functions.Background;
using IntegrationHub.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Background;

/// <summary>The catalogue's copies while the hub runs.</summary>
public sealed class CatalogueCopiesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copies-");

    [Fact]
    public async Task Whatever_goes_wrong_with_a_copy_ends_neither_the_copying_nor_the_hub()
    {
        // Somebody's original: the copies refuse to touch it, with an exception that is neither the storage's nor the disk's.
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "mine.yaml"), "", TestContext.Current.CancellationToken);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Catalogue:FromBlobs", "true"), new("Catalogue:Folder", _folder.FullName)]).Build();
        var time = new FakeTimeProvider();
        var clients = StorageClients.Of("UseDevelopmentStorage=true");
        using var copies = new CatalogueCopies(new(clients), new(clients), settings, time, NullLogger<CatalogueCopies>.Instance);

        await copies.StartAsync(TestContext.Current.CancellationToken);
        for (var round = 0; round < 20 && !copies.ExecuteTask!.IsCompleted; round++)
        {
            time.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        copies.ExecuteTask!.IsCompleted.ShouldBeFalse();
        await copies.StopAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
