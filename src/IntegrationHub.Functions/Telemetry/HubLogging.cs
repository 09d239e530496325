using Microsoft.Extensions.Logging;

namespace IntegrationHub.Functions.Telemetry;

/// <summary>What the hub keeps out of its logs.</summary>
public static class HubLogging
{
    /// <summary>
    /// Silences what logs addresses of requests: a learner's page and a source's secret address hold their keys in them. And
    /// what antiforgery says of forms that it refuses: anybody could fill the log with those.
    /// </summary>
    public static ILoggingBuilder WithoutAddresses(this ILoggingBuilder logging) => logging
        .AddFilter("Polly", LogLevel.Error)
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
}
