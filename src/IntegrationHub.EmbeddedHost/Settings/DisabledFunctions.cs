using Microsoft.Extensions.Configuration;

namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>Setting <c>AzureWebJobs.NAME.Disabled</c>: the function is not there, its messages stay on the queue.</summary>
internal static class DisabledFunctions
{
    public static bool Has(IConfiguration app, string name) =>
        app[$"AzureWebJobs.{name}.Disabled"] is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));
}
