using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>Each alert asks for what there is, and names its section of the runbook in both languages.</summary>
internal static class AlertsCheck
{
    private const string File = "infra/modules/alerts.bicep";

    public static IEnumerable<InfraFault> Faults(Deployment deployment, Watching watching) =>
        deployment.Of(AzureTypes.Alert).SelectMany(alert => Faults(alert, watching)).Concat(Blind(deployment));

    /// <summary>A rule that may not read what it asks says so nowhere that anybody looks.</summary>
    private static IEnumerable<InfraFault> Blind(Deployment deployment)
    {
        var alerts = deployment.Of(AzureTypes.Alert).ToList();
        foreach (var alert in alerts.Where(alert => alert.Text("identity.type") != "UserAssigned"))
            yield return new(
                File,
                Texts.Get("infra.value", alert.Name, "identity.type", alert.Text("identity.type") ?? "—"),
                Texts.Get("infra.setValue", "identity.type", "UserAssigned"));
        if (alerts.Count > 0 && !RolesCheck.IsGiven(deployment, RolesCheck.LogAnalyticsReader, AzureTypes.Workspace))
            yield return new(File, Texts.Get("infra.readerMissing"), Texts.Get("infra.assignReader", RolesCheck.LogAnalyticsReader));
    }

    private static IEnumerable<InfraFault> Faults(Resource alert, Watching watching)
    {
        var criterion = alert.At("properties.criteria.allOf")?.AsArray().OfType<JsonObject>().FirstOrDefault();
        var query = criterion?["query"]?.ToString() ?? "";
        foreach (var fault in QueryCheck.Faults(File, alert.Name, query, watching))
            yield return fault;
        var columns = (criterion?["dimensions"] as JsonArray ?? [])
            .Select(dimension => dimension!["name"]!.ToString())
            .Append(criterion?["metricMeasureColumn"]?.ToString() ?? "—");
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
