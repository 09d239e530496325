namespace IntegrationHub.Core.Intake;

/// <summary>What is known of sources, for all instances of the hub: one row each.</summary>
public interface ISourceHistory
{
    /// <summary>What is known of a source; empty where it was never written.</summary>
    Task<SourceRecord> Read(string institution, string source, CancellationToken cancellation);

    /// <summary>Everything that is known of an institution's sources, by name.</summary>
    Task<IReadOnlyDictionary<string, SourceRecord>> All(string institution, CancellationToken cancellation);

    /// <summary>Writes what is known, over the version that was read.</summary>
    /// <returns>False where another was quicker.</returns>
    Task<bool> Save(string institution, string source, SourceRecord record, CancellationToken cancellation);
}
