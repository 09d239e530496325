using IntegrationHub.EndToEnd.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>The hub's storage on a real Azurite, with an institution for each test alone.</summary>
public abstract class StorageTest(AzuriteServer azurite) : IAsyncLifetime
{
    private RealStorage? _real;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected string Institution => _real!.Tenant;

    public ValueTask InitializeAsync() => (_real = Instance()).Start();

    public async ValueTask DisposeAsync()
    {
        await _real!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected T Get<T>() where T : notnull => _real!.Get<T>();

    /// <summary>The same of another instance of the hub.</summary>
    protected T Another<T>() where T : notnull => Instance().Get<T>();

    /// <summary>What a test has of its own.</summary>
    protected virtual void Add(IServiceCollection services)
    {
    }

    private RealStorage Instance() => new(azurite, add: Add);
}
