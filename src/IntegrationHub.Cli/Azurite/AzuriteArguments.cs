using System.Globalization;

namespace IntegrationHub.Cli.Azurite;

internal static class AzuriteArguments
{
    /// <summary>The API version check is off because the SDK is ahead of Azurite.</summary>
    public static IEnumerable<string> For(string script, AzuritePorts ports, string? data) =>
    [
        script, "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        .. ports.All.SelectMany(service => (string[])[$"--{service.Service}Port", service.Port.ToString(CultureInfo.InvariantCulture)]),
        .. data is null ? (string[])["--inMemoryPersistence"] : ["--location", data],
    ];
}
