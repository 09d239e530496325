namespace IntegrationHub.Testing.Storage;

/// <summary>The doubles, as a contract finds them.</summary>
/// <param name="time">What they take for now; null for the machine’s clock.</param>
public sealed class InMemoryStand(TimeProvider? time = null) : IStorageStand
{
    private readonly object[] _doubles = [new InMemoryStorage { Time = time }, new InMemoryClaims()];

    public string Tenant => "lacnord";

    public T Get<T>()
        where T : notnull => _doubles.OfType<T>().Single();

    public ValueTask Start() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
