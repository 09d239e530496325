using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>The hub's storage on a real Azurite, with an institution for each test alone.</summary>
public abstract class StorageTest(AzuriteServer azurite) : IAsyncLifetime
{
    private static int Institutions;

    private ServiceProvider? _services;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected string Institution { get; } = $"storage{Interlocked.Increment(ref Institutions)}";

    public async ValueTask InitializeAsync()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", azurite.ConnectionString)]).Build();
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddStorage(settings).BuildServiceProvider();
        await _services.GetRequiredService<StorageSetup>().Run(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected T Get<T>() where T : notnull => _services!.GetRequiredService<T>();
}
