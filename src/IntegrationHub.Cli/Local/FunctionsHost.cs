using System.Diagnostics;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Local;

/// <summary>
/// An Azure Functions host on this machine that runs the package: Azure Functions Core Tools, or the WebHost built from its source.
/// </summary>
/// <param name="Program">The command, or the path of the program or of its assembly.</param>
internal sealed record FunctionsHost(string Program)
{
    /// <summary>The variable that names it.</summary>
    public const string Variable = "HUB_FUNCTIONS_HOST";

    private const string CoreTools = "func";

    // By this name the host knows that it is in Azure; other containers set it too.
    private const string Container = "CONTAINER_NAME";

    // What the Bicep sets for the host itself.
    private static readonly Dictionary<string, string> Platform = new()
    {
        ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
        ["FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING"] = "true",
        ["AzureWebJobsDisableHomepage"] = "true",
    };

    /// <returns>The host, or null where none is named.</returns>
    /// <exception cref="CliException">A path is named where nothing is.</exception>
    public static FunctionsHost? Read(Func<string, string?> environment)
    {
        if (environment(Variable) is not { Length: > 0 } program)
            return null;
        if (program.Contains(Path.DirectorySeparatorChar) && !File.Exists(program))
            throw new CliException(Texts.Get("host.notThere", program));
        return new(program);
    }

    /// <summary>What starts it in the folder of a package; the app’s own settings are still to be added to the environment.</summary>
    public ProcessStartInfo Start(string package, int port)
    {
        var start = Path.GetFileNameWithoutExtension(Program) == CoreTools
            ? new ProcessStartInfo(Program, ["start", "--no-build", "--port", $"{port}"])
            : WebHost(package);
        start.WorkingDirectory = package;
        foreach (var (name, value) in Platform)
            start.Environment[name] = value;
        start.Environment.Remove(Container);
        return start;
    }

    private ProcessStartInfo WebHost(string package)
    {
        var start = Path.GetExtension(Program) == ".dll" ? new ProcessStartInfo("dotnet", [Program]) : new(Program);
        start.Environment["AzureWebJobsScriptRoot"] = package;
        start.Environment["AzureFunctionsJobHost__logging__console__isEnabled"] = "true";
        // It is built for an older .NET than ours, which alone may be installed.
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        return start;
    }
}
