using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>The hub's storage on a real Azurite that tests share, with an institution of its own.</summary>
internal sealed class RealStorage : IStorageStand
{
    private readonly ServiceProvider _services;

    public RealStorage(AzuriteServer azurite, TimeProvider? time = null, Action<IServiceCollection>? add = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", azurite.ConnectionString)]).Build();
        var services = new ServiceCollection().AddSingleton(time ?? TimeProvider.System).AddStorage(settings);
        foreach (var cause in StoredItems.Causes)
            services.AddSingleton(cause);
        add?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    /// <summary>An institution that no other test has.</summary>
    public string Tenant { get; } = $"storage{Guid.NewGuid():N}";

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Makes what is missing.</summary>
    public async ValueTask Start() => await Get<StorageSetup>().Run(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
