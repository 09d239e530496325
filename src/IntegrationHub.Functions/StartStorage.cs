using IntegrationHub.Storage;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Functions;

/// <summary>Makes missing queues, tables and containers while the host starts.</summary>
internal sealed class StartStorage(StorageSetup storage) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => storage.Run(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
