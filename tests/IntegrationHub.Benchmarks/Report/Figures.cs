using IntegrationHub.Benchmarks.Credentials;
using IntegrationHub.Benchmarks.Pipeline;

namespace IntegrationHub.Benchmarks.Report;

/// <summary>What was measured; null what was not asked for.</summary>
internal sealed record Figures(PipelineFigures? Pipeline, CredentialFigures? Credentials)
{
    public IReadOnlyList<Measure> Measures => [.. Pipeline?.Measures ?? [], .. Credentials?.Measures ?? []];
}
