using System.Diagnostics;
using OpenTelemetry.Trace;

namespace IntegrationHub.Functions.Telemetry;

/// <summary>
/// Keeps a share of the traces, each as a whole by its id; the rest is recorded but not exported, unless something in it fails.
/// </summary>
/// <param name="share">0 to 1.</param>
internal sealed class KeptTraces(double share) : Sampler
{
    private readonly TraceIdRatioBasedSampler _byId = new(share);

    /// <inheritdoc/>
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        // What a span that is kept sent is kept too: so one sees how it went on after a failure.
        var isKept = samplingParameters.ParentContext.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)
            || _byId.ShouldSample(samplingParameters).Decision == SamplingDecision.RecordAndSample;
        return new(isKept ? SamplingDecision.RecordAndSample : SamplingDecision.RecordOnly);
    }
}
