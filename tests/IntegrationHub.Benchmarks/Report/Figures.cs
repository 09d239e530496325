using IntegrationHub.Benchmarks.Credentials;
using IntegrationHub.Benchmarks.Pipeline;
using IntegrationHub.Benchmarks.Rules;

namespace IntegrationHub.Benchmarks.Report;

/// <summary>What was measured; null what was not asked for.</summary>
internal sealed record Figures(PipelineFigures? Pipeline, CredentialFigures? Credentials, RuleFigures? Rules)
{
    public IReadOnlyList<Measure> Measures => [.. Pipeline?.Measures ?? [], .. Credentials?.Measures ?? [], .. Rules?.Measures ?? []];
}
