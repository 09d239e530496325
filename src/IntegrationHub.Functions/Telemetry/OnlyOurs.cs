using System.Diagnostics;
using IntegrationHub.Core.Telemetry;
using OpenTelemetry;

namespace IntegrationHub.Functions.Telemetry;

/// <summary>
/// Exports the hub's own spans only: the Functions worker brings spans of each invocation, with the sentences of exceptions.
/// </summary>
internal sealed class OnlyOurs : BaseProcessor<Activity>
{
    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        if (data.Source.Name != HubMetrics.Name)
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
