namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>
/// Takes <c>-p 7071</c> and <c>--port 7071</c> as the Azure Functions tools do. A setting of its own, because <c>PORT</c> in the
/// environment may mean something else.
/// </summary>
internal static class CommandLine
{
    public const string PortKey = "EmbeddedHost:Port";
    private static readonly string[] PortNames = ["-p", "--port"];

    public static IEnumerable<string> Normalise(string[] args) =>
        args.Select(arg =>
            PortNames.Contains(arg) ? $"--{PortKey}"
            : PortNames.FirstOrDefault(name => arg.StartsWith($"{name}=", StringComparison.Ordinal)) is { } name
                ? $"--{PortKey}{arg[name.Length..]}"
            : arg);
}
