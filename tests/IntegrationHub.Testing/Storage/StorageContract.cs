using Xunit;

namespace IntegrationHub.Testing.Storage;

/// <summary>What a part of the storage promises. Double and real storage keep it by a class of one line each.</summary>
/// <param name="stand">What is held to it.</param>
public abstract class StorageContract(IStorageStand stand) : IAsyncLifetime
{
    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected string Tenant => stand.Tenant;

    public ValueTask InitializeAsync() => stand.Start();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return stand.DisposeAsync();
    }

    private protected T Get<T>()
        where T : notnull => stand.Get<T>();
}
