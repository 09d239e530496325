using System.Diagnostics;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Badges;
using IntegrationHub.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Benchmarks.Credentials;

/// <summary>Revocations one after the other through the hub's own storage, on an Azurite of its own.</summary>
internal static class StatusChanges
{
    private const string Institution = "lacnord";

    /// <returns>Changes in a second.</returns>
    public static async Task<double> Run(Workspace workspace, int changes, CancellationToken cancellation)
    {
        var data = Path.Combine(workspace.Hidden, "bench", "azurite-status");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        await using var azurite = await AzuriteProcess.StartAsync(
            workspace.Root,
            AzuritePorts.Free(),
            data,
            cancellationToken: cancellation);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", azurite.ConnectionString)]).Build();
        await using var storage = new ServiceCollection().AddStorage(settings).BuildServiceProvider();
        await storage.GetRequiredService<StorageSetup>().Run(cancellation);
        var lists = storage.GetRequiredService<IStatusLists>();
        var entries = new List<StatusEntry>();
        while (entries.Count <= changes)
            entries.Add(await lists.Allocate(Institution, cancellation));

        await lists.Set(Institution, StatusPurpose.Revocation, entries[changes], isSet: true, cancellation);
        var watch = Stopwatch.StartNew();
        foreach (var entry in entries[..changes])
            await lists.Set(Institution, StatusPurpose.Revocation, entry, isSet: true, cancellation);
        return changes / watch.Elapsed.TotalSeconds;
    }
}
