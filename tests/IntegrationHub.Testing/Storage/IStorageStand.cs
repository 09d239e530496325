namespace IntegrationHub.Testing.Storage;

/// <summary>What a contract of the storage is held against: the double, or the real tables and blobs.</summary>
public interface IStorageStand : IAsyncDisposable
{
    /// <summary>The institution whose data a test may change.</summary>
    string Tenant { get; }

    /// <summary>The part of the storage that keeps <typeparamref name="T"/>'s promises.</summary>
    T Get<T>()
        where T : notnull;

    /// <summary>Makes what is missing.</summary>
    ValueTask Start();
}
