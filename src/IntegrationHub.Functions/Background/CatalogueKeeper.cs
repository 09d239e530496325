using IntegrationHub.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Functions.Background;

/// <summary>
/// Has the institutions read before anything runs, and what changed in their files from then on: no request waits for it. What is
/// wrong with one stops neither the hub nor another.
/// </summary>
internal sealed partial class CatalogueKeeper(
    IServiceProvider services, IOptions<CatalogueOptions> options, TimeProvider time, ILogger<CatalogueKeeper> log) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<CatalogueFolder>();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var catalogue = services.GetRequiredService<CatalogueFolder>();
        while (true)
        {
            await Task.Delay(options.Value.LookEvery, time, stoppingToken);
            try
            {
                catalogue.Look();
            }
            catch (Exception failure)
            {
                NotRead(log, failure);
            }
        }
    }

    [LoggerMessage(308, LogLevel.Error, "The catalogue could not be read; what was read before stays in force")]
    private static partial void NotRead(ILogger log, Exception failure);
}
