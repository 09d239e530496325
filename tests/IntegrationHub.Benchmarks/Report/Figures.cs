using IntegrationHub.Benchmarks.Credentials;
using IntegrationHub.Benchmarks.Pipeline;
using IntegrationHub.Benchmarks.Rules;
using IntegrationHub.Benchmarks.Sources;

namespace IntegrationHub.Benchmarks.Report;

/// <summary>What was measured; null what was not asked for.</summary>
internal sealed record Figures(PipelineFigures? Pipeline, CredentialFigures? Credentials, RuleFigures? Rules, SourceFigures? Sources)
{
    public IReadOnlyList<Measure> Measures =>
        [.. Pipeline?.Measures ?? [], .. Credentials?.Measures ?? [], .. Rules?.Measures ?? [], .. Sources?.Measures ?? []];
}
