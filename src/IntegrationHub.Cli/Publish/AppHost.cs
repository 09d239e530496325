namespace IntegrationHub.Cli.Publish;

/// <summary>What the package is made to run on.</summary>
/// <param name="Name">The value of the MSBuild property <c>FunctionsHost</c>.</param>
/// <param name="Parts">Files and folders (these end with <c>/</c>) without which it would not run there.</param>
internal sealed record AppHost(string Name, IReadOnlyList<string> Parts)
{
    /// <summary>What Flex Consumption runs.</summary>
    public const string OfAzure = "linux-x64";

    private static readonly string[] Everywhere =
        ["IntegrationHub.Functions.dll", "IntegrationHub.Functions.deps.json", "IntegrationHub.Functions.runtimeconfig.json", "host.json"];

    /// <summary>The Functions host of Azure; the worker's own build step makes the parts that it asks for.</summary>
    public static AppHost Azure { get; } =
        new("azure", [.. Everywhere, "functions.metadata", "worker.config.json", "extensions.json", ".azurefunctions/"]);

    /// <summary>The host that the package brings along.</summary>
    public static AppHost Embedded { get; } = new("embedded", [.. Everywhere, "IntegrationHub.EmbeddedHost.dll"]);

    public static IReadOnlyList<AppHost> All { get; } = [Azure, Embedded];
}
