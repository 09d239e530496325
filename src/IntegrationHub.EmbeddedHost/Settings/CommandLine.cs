namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>Takes <c>-p 7071</c> and <c>--port 7071</c> as the Azure Functions tools do.</summary>
internal static class CommandLine
{
    public const string PortKey = "port";

    public static IEnumerable<string> Normalise(string[] args) => args.Select(arg => arg == "-p" ? $"--{PortKey}" : arg);
}
