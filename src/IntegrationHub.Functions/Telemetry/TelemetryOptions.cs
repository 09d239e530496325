using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Functions.Telemetry;

/// <summary>Where traces, metrics and logs go, and how many of the traces.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Telemetry";

    /// <summary>
    /// The share of traces that is exported, 0 to 1; a trace is kept or left out as a whole. What failed, and what follows from it, is
    /// always exported. Metrics and logs are never sampled.
    /// </summary>
    [Range(0.0, 1.0, ErrorMessage = "Telemetry:Sampling must lie between 0 and 1: set it to the share of traces to keep, e.g. 0.1.")]
    public double Sampling { get; set; } = 1;

    /// <summary>
    /// Connection string of Application Insights; empty: none. Not the standard name, by which Azure's host would export addresses of
    /// requests beside the hub.
    /// </summary>
    public string AzureMonitor { get; set; } = "";

    /// <summary>Address of an OTLP collector; empty: none. Not the standard name, for the same reason.</summary>
    [RegularExpression(
        "https?://.+",
        ErrorMessage = "Telemetry:Otlp is no address: set it to that of an OTLP collector, e.g. https://collector.example.ca:4317.")]
    public string Otlp { get; set; } = "";
}
