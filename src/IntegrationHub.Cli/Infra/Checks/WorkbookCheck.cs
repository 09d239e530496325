using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>The workbook is one, and asks for what there is.</summary>
internal static class WorkbookCheck
{
    public const string Content = "properties.serializedData";

    private const string File = "infra/workbook/hub.json";

    public static IEnumerable<InfraFault> Faults(Deployment deployment, Watching watching) =>
        deployment.Of(AzureTypes.Workbook).SelectMany(workbook => Faults(workbook, watching));

    /// <summary>The queries of a workbook with their names.</summary>
    public static IEnumerable<(string Name, string Query)> Queries(string content) =>
        JsonNode.Parse(content)!["items"]!
            .AsArray()
            .OfType<JsonObject>()
            .SelectMany(item => Queries(item["name"]?.ToString() ?? "—", item["content"]));

    private static IEnumerable<(string Name, string Query)> Queries(string name, JsonNode? content) =>
        (content?["parameters"] as JsonArray ?? []).Append(content)
            .Select(part => part?["query"]?.ToString())
            .OfType<string>()
            .Select(query => (name, query));

    private static IEnumerable<InfraFault> Faults(Resource workbook, Watching watching)
    {
        try
        {
            return
            [
                .. Queries(workbook.Text(Content) ?? "").SelectMany(asked => QueryCheck.Faults(File, asked.Name, asked.Query, watching)),
            ];
        }
        catch (Exception fault) when (fault is JsonException or NullReferenceException or InvalidOperationException)
        {
            return [new(File, Texts.Get("infra.noWorkbook", fault.Message), Texts.Get("infra.mend"))];
        }
    }
}
