using IntegrationHub.Connectors;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Cli.Shell;

/// <summary>Where things are in a clone, and the environment the command was started with.</summary>
internal sealed record Workspace(string Root, Func<string, string?> Environment)
{
    /// <summary>What the hub's connectors say of themselves: for lint, and for what is told of sources.</summary>
    public ConnectorKinds Kinds { get => field ??= ConnectorsSetup.Kinds(); init; }

    public string Hidden => Path.Combine(Root, ".hub");

    public string SettingsFile => Path.Combine(Hidden, "settings.json");

    public string RunningFile => Path.Combine(Hidden, "running.json");

    public string Logs => Path.Combine(Hidden, "logs");

    public string AzuriteFolder => Path.Combine(Hidden, "azurite");

    public string AzuriteData => Path.Combine(Hidden, "azurite-data");

    public string LastGood => Path.Combine(Hidden, "last-good");

    public string TestResults => Path.Combine(Hidden, "test-results");

    public string BicepFolder => Path.Combine(Hidden, "bicep");

    public string Packages => Path.Combine(Hidden, "publish");

    public string Infrastructure => Path.Combine(Root, "infra");

    public string SampleSettings => Path.Combine(Root, "local.settings.sample.json");

    public string Institutions => Path.Combine(Root, "src", "IntegrationHub.Sandbox", "Institutions");

    /// <summary>The assembly of a program that the script built, in the configuration used everywhere.</summary>
    public string Program(string room, string project) =>
        Path.Combine(Root, room, project, "bin", "Release", "net10.0", project + ".dll");

    public static Workspace Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IntegrationHub.sln")))
                return new(folder.FullName, System.Environment.GetEnvironmentVariable);
        }
        throw new CliException(Texts.Get("error.noClone"));
    }
}
