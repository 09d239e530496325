namespace IntegrationHub.EmbeddedHost.Diagnostics;

/// <summary>The host does not start: settings or functions are faulty.</summary>
/// <param name="faults">Every fault, each saying what is wrong, where, and what to do.</param>
public sealed class HostStartException(IReadOnlyList<string> faults)
    : Exception($"The host does not start. Faults: {faults.Count}{string.Concat(faults.Select(fault => $"\n  - {fault}"))}")
{
    /// <summary>Every fault.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
