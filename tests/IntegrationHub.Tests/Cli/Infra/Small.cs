using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra.Model;

namespace IntegrationHub.Tests.Cli.Infra;

/// <summary>Small deployments and a small program, to be wrong in one thing at a time.</summary>
internal static class Small
{
    public const string File = "infra/small.bicepparam";

    public static HubCode Code { get; } = new(
        ["completions", "completions-poison"],
        ["dossiers", "open"],
        ["payloads"],
        [
            new("Queue", "Completions", "completions"),
            new("Queue", "CompletionsPoison", "completions-poison"),
            new("Timer", "Sweep", "%SweepSchedule%"),
            new("Http", "Hook", "hooks/{institution}/{source}"),
            new("Http", "Verify", "verify"),
            new("Http", "Award", "awards/{id}"),
            new("Http", "Home", "{ignored:maxlength(0)?}"),
        ],
        new Dictionary<string, string>
        {
            ["SweepSchedule"] = "0 * * * * *",
            ["Pipeline__PayloadDays"] = "30",
            ["EmbeddedHost__Lease"] = "00:10:00",
            ["EmbeddedHost__Strict"] = "false",
            ["Hub__AdminKey"] = "",
            ["LACNORD_PEPPER"] = "",
        },
        JsonNode.Parse(
            """
            { "version": "2.0", "extensions": { "queues": { "visibilityTimeout": "00:00:10", "messageEncoding": "none" } } }
            """));

    public static Deployment Deploy(params IEnumerable<string> resources) =>
        Deployment.Read(File, $$"""{ "predictedResources": [{{string.Join(',', resources)}}] }""");

    /// <param name="type">The type.</param>
    /// <param name="name">The name.</param>
    /// <param name="more">Further members as JSON.</param>
    public static string Resource(string type, string name, string more = "") =>
        $$"""{ "type": "{{type}}", "name": "{{name}}"{{(more.Length == 0 ? "" : ", " + more)}} }""";

    public static string Properties(string type, string name, string properties) =>
        Resource(type, name, $$""" "properties": { {{properties}} } """);

    /// <summary>The app with these settings.</summary>
    public static string Settings(params IEnumerable<(string Name, string Value)> settings) => Properties(
        AzureTypes.SiteConfig, "app/appsettings", string.Join(',', settings.Select(setting => $"\"{setting.Name}\": \"{setting.Value}\"")));
}
