using IntegrationHub.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Functions;

/// <summary>Has the institutions read before anything runs: no request waits for it. What is wrong with one stops neither the hub nor another.</summary>
internal sealed class StartCatalogue(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<CatalogueFolder>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
