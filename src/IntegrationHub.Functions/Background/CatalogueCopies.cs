using IntegrationHub.Catalogue;
using IntegrationHub.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Functions.Background;

/// <summary>Where the catalogue is kept as blobs: copies it before anything reads it, and what has changed since from then on.</summary>
internal sealed partial class CatalogueCopies(
    CatalogueBlobs blobs,
    StorageSetup storage,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<CatalogueCopies> log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    /// <summary>The first copy; without it the hub does not start, since its institutions would be unknown to their sources.</summary>
    public async Task Begin(CancellationToken cancellation)
    {
        if (Options() is not { FromBlobs: true } options)
            return;
        await storage.Run(cancellation);
        await CopyFiles(options.Folder, cancellation);
        if (options.LastGood is { Length: > 0 } lastGood)
            await blobs.CopyLastGood(lastGood, cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Options() is not { FromBlobs: true } options)
            return;
        while (true)
        {
            await Task.Delay(Again, time, stoppingToken);
            try
            {
                await CopyFiles(options.Folder, stoppingToken);
                if (options.LastGood is { Length: > 0 } lastGood)
                    await blobs.KeepLastGood(lastGood, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                NotCopied(log, failure.GetType().Name);
            }
        }
    }

    private async Task CopyFiles(string folder, CancellationToken cancellation)
    {
        foreach (var institution in await blobs.CopyFiles(folder, cancellation))
            NotAllCopied(log, institution);
    }

    // As bound, not as validated: the folder is only there once it was copied.
    private CatalogueOptions? Options() => configuration.GetSection(CatalogueOptions.Section).Get<CatalogueOptions>();

    [LoggerMessage(
        307,
        LogLevel.Error,
        "Not all blobs of institution {Institution} can be files, such as one named like a folder of others; "
            + "its last good version stays in force"
    )]
    private static partial void NotAllCopied(ILogger log, string institution);

    [LoggerMessage(301, LogLevel.Error, "The catalogue's blobs cannot be copied ({Failure}); what was copied before stays in force")]
    private static partial void NotCopied(ILogger log, string failure);
}

/// <summary>Registers the copies.</summary>
internal static class CatalogueCopiesRegistration
{
    public static IServiceCollection AddCatalogueCopies(this IServiceCollection services) =>
        services.AddSingleton<CatalogueCopies>().AddHostedService(provider => provider.GetRequiredService<CatalogueCopies>());

    /// <summary>Copies the catalogue for the first time.</summary>
    public static async Task<IHost> WithCatalogue(this IHost host)
    {
        await host.Services.GetRequiredService<CatalogueCopies>().Begin(CancellationToken.None);
        return host;
    }
}
