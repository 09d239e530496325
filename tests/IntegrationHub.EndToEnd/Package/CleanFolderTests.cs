using Xunit;

namespace IntegrationHub.EndToEnd.Package;

/// <summary>The package by itself.</summary>
[Collection(nameof(Published))]
public sealed class CleanFolderTests(Published published, CleanFolder folder) : IClassFixture<CleanFolder>
{
    [Fact]
    public async Task The_published_program_runs_with_the_settings_of_the_sample_alone()
    {
        var (package, words) = await published.Package();
        Assert.SkipWhen(package is null, words);
        folder.Unpack(package!);
        await File.WriteAllTextAsync(
            Path.Combine(folder.Home, "local.settings.json"),
            folder.Settings,
            TestContext.Current.CancellationToken);

        await using var hub = await PublishedHub.Start(folder.Home, folder.Address);
        await hub.Told(new Visitor(folder).SeesACompletionThrough);
    }
}
