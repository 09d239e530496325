using System.Text.Json;
using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;

namespace IntegrationHub.Tests.Cli.Infra;

/// <summary>A small alert, workbook, dashboard and runbook, right in everything, to be wrong in one thing at a time.</summary>
internal static class SmallWatch
{
    public const string Query =
        "AppMetrics | where Name == 'hub.attention.open' | where tostring(Properties.cause) in ('SourceSilent', 'SystemDown') "
        + "| extend institution = tostring(Properties.institution) | summarize open = max(Sum) by institution";

    public const string Expression =
        """max by (institution) (hub_attention_open{cause=~"SourceSilent|SystemDown", institution=~"$institution"})""";

    public static readonly string Alert = AlertWith(Query);

    public static readonly string Workbook = WorkbookWith(Query);

    public static readonly Watching Right = new(
        IntegrationHub.Core.Telemetry.HubMetric.All, Watching.Written,
        """<a id="source-silent-fr"></a> … <a id="source-silent-en"></a>""",
        DashboardWith(Expression));

    public static readonly string Reader = Small.Resource(AzureTypes.RoleAssignment, "x", $$"""
        "id": "/providers/Microsoft.OperationalInsights/workspaces/log/providers/Microsoft.Authorization/roleAssignments/x",
        "properties": { "roleDefinitionId": "/providers/Microsoft.Authorization/roleDefinitions/{{RolesCheck.LogAnalyticsReader}}" }
        """);

    public static string AlertWith(string query) => Small.Resource(AzureTypes.Alert, "alert", $$"""
        "identity": { "type": "UserAssigned" }, "properties": {
            "criteria": { "allOf": [{ "query": {{JsonSerializer.Serialize(
                query)}}, "metricMeasureColumn": "open", "dimensions": [{ "name": "institution" }] }] },
        "actions": { "actionGroups": ["people"],
          "customProperties": { "runbook": "docs/runbook.md#source-silent-en", "runbookFr": "docs/runbook.md#source-silent-fr" } } }
        """);

    public static string WorkbookWith(string query) =>
        Small.Properties(
            AzureTypes.Workbook,
            "workbook",
            $"\"serializedData\": {JsonSerializer.Serialize($$"""
        { "items": [
          { "name": "parameters", "content": { "parameters": [{ "name": "Period" },
            { "name": "Institution", "query": {{JsonSerializer.Serialize(query)}} }] } },
          { "name": "text", "content": { "json": "[docs](docs/runbook.md#source-silent-fr)" } },
          { "name": "items", "content": { "query": {{JsonSerializer.Serialize(query)}} } } ] }
        """)}");

    public static string DashboardWith(string expression) => $$"""
        { "panels": [
          { "type": "row", "title": "Attention" },
          { "type": "stat", "title": "Open", "description": "Ouverts / open",
            "links": [{ "url": "${runbook}#source-silent-en" }], "targets": [{ "expr": {{JsonSerializer.Serialize(expression)}} }] } ] }
        """;
}
