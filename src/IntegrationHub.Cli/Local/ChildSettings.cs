using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Local;

/// <summary>The settings that the sandbox and the hub are started with: both sides of every secret.</summary>
internal static class ChildSettings
{
    public static Dictionary<string, string> Sandbox(Ports ports, LocalSecrets secrets) => new()
    {
        ["urls"] = ports.SandboxAddress,
        ["Sandbox:HubUrl"] = ports.HubAddress,
        ["Sandbox:Ethos:ApiKey"] = secrets["LACNORD_ETHOS_API_KEY"],
        ["Sandbox:Badgr:User"] = secrets["LACNORD_BADGR_USER"],
        ["Sandbox:Badgr:Password"] = secrets["LACNORD_BADGR_PASSWORD"],
        ["Sandbox:Teams:Sig"] = secrets[LocalSecrets.TeamsSignature],
        ["Sandbox:Graph:ClientId"] = secrets["LACNORD_GRAPH_CLIENT_ID"],
        ["Sandbox:Graph:ClientSecret"] = secrets["LACNORD_GRAPH_CLIENT_SECRET"],
        ["Sandbox:Moodle:User"] = secrets["LACNORD_MOODLE_USER"],
        ["Sandbox:Moodle:Password"] = secrets["LACNORD_MOODLE_PASSWORD"],
        ["Sandbox:OpenEdx:AddressKey"] = secrets["LACNORD_OPENEDX_ADDRESS"],
        ["Sandbox:Forms:AddressKey"] = secrets["LACNORD_FORMS_ADDRESS"],
        ["Sandbox:Blackboard:AddressKey"] = secrets["LACNORD_BLACKBOARD_ADDRESS"],
        ["Sandbox:Moodle:Token"] = secrets["LACNORD_MOODLE_TOKEN"],
        ["Sandbox:Canvas:Token"] = secrets["LACNORD_CANVAS_TOKEN"],
    };

    public static Dictionary<string, string> Hub(Ports ports, LocalSecrets secrets, string storage, Workspace workspace)
    {
        var settings = secrets
            .Names.Where(name => !name.StartsWith("Sandbox:", StringComparison.Ordinal))
            .ToDictionary(name => name, name => secrets[name]);
        foreach (var (name, value) in Addresses(ports))
            settings[name] = value;
        settings["LACNORD_TEAMS_URL"] = $"{ports.SandboxAddress}/teams/workflows/lacnord?sig={secrets[LocalSecrets.TeamsSignature]}";
        settings["urls"] = ports.HubAddress;
        settings["Catalogue:Folder"] = workspace.Institutions;
        settings["Catalogue:LastGood"] = workspace.LastGood;
        settings["AzureWebJobsStorage"] = storage;
        settings["Outgoing:AllowPrivate"] = "true";
        settings["SweepSchedule"] = "0 * * * * *";
        return settings;
    }

    /// <summary>The settings that the sandbox institution's files name between percent signs.</summary>
    public static Dictionary<string, string> Addresses(Ports ports) => new()
    {
        ["PublicBaseUrl"] = ports.HubAddress,
        ["SandboxUrl"] = ports.SandboxAddress,
        ["DidHost"] = Uri.EscapeDataString($"localhost:{ports.Hub.Number}"),
    };
}
