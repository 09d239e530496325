using Azure.Monitor.OpenTelemetry.Exporter;
using IntegrationHub.Core.Telemetry;
using IntegrationHub.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IntegrationHub.Functions.Telemetry;

/// <summary>Exports what the hub itself traces, measures and logs: by OTLP, to Azure Monitor, both or neither.</summary>
internal static class TelemetryRegistration
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string InsightsConnection = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string ServiceName = "OTEL_SERVICE_NAME";
    private const string UsualServiceName = "integration-hub";

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Logging.AddConsoleFormatter<PlainConsole, ConsoleFormatterOptions>();
        builder
            .Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = PlainConsole.FormatterName)
            .AddOptions<TelemetryOptions>()
            .Bind(builder.Configuration.GetSection(TelemetryOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();

        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new();
        if (options.Otlp.Length > 0)
            builder.Configuration[OtlpEndpoint] = options.Otlp;
        var azureMonitor = options.AzureMonitor is { Length: > 0 } own ? own : builder.Configuration[InsightsConnection];
        var hasOtlp = !string.IsNullOrEmpty(builder.Configuration[OtlpEndpoint]);
        if (hasOtlp || !string.IsNullOrEmpty(azureMonitor))
            builder.Export(options, hasOtlp, string.IsNullOrEmpty(azureMonitor) ? null : azureMonitor);
    }

    private static void Export(this IHostApplicationBuilder builder, TelemetryOptions options, bool hasOtlp, string? azureMonitor)
    {
        // Of other libraries' lines only the bad ones.
        builder.Logging
            .AddFilter<OpenTelemetryLoggerProvider>("", LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>("IntegrationHub", LogLevel.Information);
        var identity = StorageClients.Identity(name => builder.Configuration[name]);
        var telemetry = builder.Services.AddOpenTelemetry();
        // Before our own name: the worker would name itself after the assembly.
        if (builder is FunctionsApplicationBuilder)
            telemetry.UseFunctionsWorkerDefaults();
        telemetry
            .ConfigureResource(resource => resource.AddService(
                builder.Configuration[ServiceName] ?? UsualServiceName,
                serviceVersion: typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(traces =>
            {
                traces.AddSource(HubMetrics.Name).AddProcessor(new KeepFailures()).AddProcessor(new OnlyOurs());
                if (azureMonitor is not null)
                    traces.AddAzureMonitorTraceExporter(ToAzure);
                // Last: Azure's exporter brings a sampler of its own, of five traces a second, failed or not.
                traces.SetSampler(new KeptTraces(options.Sampling));
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(HubMetrics.Name);
                if (azureMonitor is not null)
                    metrics.AddAzureMonitorMetricExporter(ToAzure);
            })
            .WithLogging(
                logs =>
                {
                    logs.AddProcessor(new PlainLogs());
                    if (azureMonitor is not null)
                        logs.AddAzureMonitorLogExporter(ToAzure);
                },
                logger => logger.IncludeFormattedMessage = true);
        if (hasOtlp)
            telemetry.UseOtlpExporter();

        void ToAzure(AzureMonitorExporterOptions exporter)
        {
            exporter.ConnectionString = azureMonitor;
            exporter.Credential = identity;
            exporter.EnableLiveMetrics = false;
            // A line about something that failed counts whether its trace is kept or not.
            exporter.EnableTraceBasedLogsSampler = false;
        }
    }
}
