using IntegrationHub.Core.Failures;
using IntegrationHub.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Functions.Background;

/// <summary>
/// Makes missing queues, tables and containers; while the storage does not answer it tries again, and the hooks answer 503.
/// </summary>
internal sealed partial class StartStorage(StorageSetup storage, TimeProvider time, ILogger<StartStorage> log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await storage.Run(stoppingToken);
                return;
            }
            catch (Exception failure) when (failure is Azure.RequestFailedException or StorageSilentException)
            {
                StorageIsSilent(log, failure.GetType().Name);
                await Task.Delay(Again, time, stoppingToken);
            }
        }
    }

    [LoggerMessage(300, LogLevel.Error, "The storage does not answer ({Failure}); trying again")]
    private static partial void StorageIsSilent(ILogger log, string failure);
}
