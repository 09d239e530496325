using System.Globalization;

namespace IntegrationHub.Cli.Azurite;

internal static class AzuriteArguments
{
    // Azurite ends when its input does: on our word, and also when we are killed and can give none.
    private const string EndsWithItsInput = "process.stdin.resume().on('end', () => process.emit('SIGTERM')); require(process.argv[1]);";

    /// <summary>The API version check is off because the SDK is ahead of Azurite.</summary>
    public static IEnumerable<string> For(string script, AzuritePorts ports, string? data) =>
    [
        "-e", EndsWithItsInput, "--", script, "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        .. ports.All.SelectMany(service => (string[])[$"--{service.Service}Port", service.Port.ToString(CultureInfo.InvariantCulture)]),
        .. data is null ? (string[])["--inMemoryPersistence"] : ["--location", data],
    ];
}
