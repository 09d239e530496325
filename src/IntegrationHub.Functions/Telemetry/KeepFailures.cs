using System.Diagnostics;
using OpenTelemetry;

namespace IntegrationHub.Functions.Telemetry;

/// <summary>
/// Exports a span that failed, and those of this process that it is part of, whatever <see cref="KeptTraces"/> said of their trace.
/// </summary>
internal sealed class KeepFailures : BaseProcessor<Activity>
{
    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        if (data.Status != ActivityStatusCode.Error)
            return;
        for (var span = data; span is not null; span = span.Parent)
            span.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
    }
}
