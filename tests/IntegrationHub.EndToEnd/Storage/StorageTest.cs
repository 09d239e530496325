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
        _services = Instance();
        await _services.GetRequiredService<StorageSetup>().Run(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected T Get<T>() where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>The same of another instance of the hub.</summary>
    protected T Another<T>() where T : notnull => Instance().GetRequiredService<T>();

    /// <summary>What a test has of its own.</summary>
    protected virtual void Add(IServiceCollection services)
    {
    }

    private ServiceProvider Instance()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", azurite.ConnectionString)]).Build();
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddStorage(settings);
        Add(services);
        return services.BuildServiceProvider();
    }
}
