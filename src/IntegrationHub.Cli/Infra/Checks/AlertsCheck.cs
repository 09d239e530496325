using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>Each alert asks for what there is, and names its section of the runbook in both languages.</summary>
internal static class AlertsCheck
{
    private const string File = "infra/modules/alerts.bicep";

    public static IEnumerable<InfraFault> Faults(Deployment deployment, Watching watching) =>
        deployment.Of(AzureTypes.Alert).SelectMany(alert => Faults(alert, watching));

    private static IEnumerable<InfraFault> Faults(Resource alert, Watching watching)
    {
        var criterion = alert.At("properties.criteria.allOf")?.AsArray().OfType<JsonObject>().FirstOrDefault();
        var query = criterion?["query"]?.ToString() ?? "";
        foreach (var fault in QueryCheck.Faults(File, alert.Name, query, watching))
            yield return fault;
        var columns = (criterion?["dimensions"] as JsonArray ?? []).Select(dimension => dimension!["name"]!.ToString()).Append(criterion?["metricMeasureColumn"]?.ToString() ?? "—");
        foreach (var column in columns.Where(column => !Regex.IsMatch(query, $@"\b{Regex.Escape(column)}\b")))
            yield return new(File, Texts.Get("infra.columnMissing", alert.Name, column), Texts.Get("infra.mend"));
        foreach (var (member, language) in RunbookCheck.Languages)
        {
            if (alert.Text($"properties.actions.customProperties.{member}")?.EndsWith($"-{language}", StringComparison.Ordinal) != true)
                yield return new(File, Texts.Get("infra.noSection", alert.Name, member), Texts.Get("infra.nameSection", member, language));
        }
        if (alert.At("properties.actions.actionGroups") is not JsonArray { Count: > 0 })
            yield return new(File, Texts.Get("infra.nobodyTold", alert.Name), Texts.Get("infra.tell"));
    }
}
