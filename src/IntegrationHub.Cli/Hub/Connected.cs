using IntegrationHub.Api;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Hub;

/// <summary>Finds the running hub and sandbox: the environment goes before what <c>hub up</c> noted.</summary>
internal static class Connected
{
    public static IHubApi Hub(Workspace workspace)
    {
        var address = Address(workspace, "HUB_URL", state => state.Hub);
        var key = workspace.Environment("HUB_ADMIN_KEY") is { Length: > 0 } given
            ? given
            : LocalSecrets.Read(workspace.SettingsFile)?.GetValueOrDefault(LocalSecrets.AdminKey);
        return HubConnection.Open(address, key ?? throw new CliException(Texts.Get("hub.noKey")));
    }

    public static SandboxApi Sandbox(Workspace workspace) => new(Address(workspace, "SANDBOX_URL", state => state.Sandbox));

    private static Uri Address(Workspace workspace, string variable, Func<RunningState, Uri> from)
    {
        if (workspace.Environment(variable) is { Length: > 0 } text)
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var given) && given.Scheme.StartsWith("http", StringComparison.Ordinal)
                ? given
                : throw new CliException(Texts.Get("hub.badAddress", variable));
        }
        return RunningState.Read(workspace.RunningFile) is { } running
            ? from(running)
            : throw new CliException(Texts.Get("hub.notRunning", variable));
    }
}
