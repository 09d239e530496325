using OpenTelemetry;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

/// <summary>OpenTelemetry of a functions app.</summary>
public static class ConfigureFunctionsOpenTelemetry
{
    /// <summary>In Azure tells the host that the app exports for itself; here there is nobody to tell.</summary>
    /// <param name="builder">What is to be exported.</param>
    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) => builder;
}
