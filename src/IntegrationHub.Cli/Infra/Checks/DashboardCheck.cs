using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>
/// The dashboard for Grafana is JSON, says of each panel what it shows, and asks for what there is by the names it has in Prometheus.
/// </summary>
internal static class DashboardCheck
{
    private static readonly string[] OfPrometheus = ["le", "job", "instance"];

    public static IEnumerable<InfraFault> Faults(Watching watching)
    {
        try
        {
            return [.. Panels(watching.Dashboard).SelectMany(panel => Faults(panel, watching))];
        }
        catch (JsonException fault)
        {
            return [new(Watching.DashboardFile, Texts.Get("infra.noDashboard", fault.Message), Texts.Get("infra.mend"))];
        }
    }

    /// <summary>The expressions of a dashboard (PromQL) with their panels' titles.</summary>
    public static IEnumerable<(string Title, string Expression)> Expressions(string dashboard) =>
        Panels(dashboard).SelectMany(panel => Expressions(panel).Select(expression => (Title(panel), expression)));

    private static IEnumerable<JsonObject> Panels(string dashboard) =>
        (JsonNode.Parse(dashboard)?["panels"] as JsonArray ?? []).OfType<JsonObject>().Where(panel => panel["type"]?.ToString() != "row");

    private static IEnumerable<string> Expressions(JsonObject panel) =>
        (panel["targets"] as JsonArray ?? []).Select(target => target?["expr"]?.ToString() ?? "");

    private static string Title(JsonObject panel) => panel["title"]?.ToString() ?? "—";

    private static IEnumerable<InfraFault> Faults(JsonObject panel, Watching watching)
    {
        if (string.IsNullOrWhiteSpace(panel["description"]?.ToString()))
            yield return new(Watching.DashboardFile, Texts.Get("infra.noDescription", Title(panel)), Texts.Get("infra.describe"));
        foreach (var fault in Expressions(panel).SelectMany(expression => Faults(Title(panel), expression, watching)))
            yield return fault;
    }

    private static IEnumerable<InfraFault> Faults(string title, string expression, Watching watching)
    {
        List<HubMetric> asked = [];
        var names = PrometheusNames.In(expression).ToList();
        if (names.Count == 0)
            yield return new(Watching.DashboardFile, Texts.Get("infra.noMetric", title), Texts.Get("infra.nameMetric"));
        foreach (var name in names)
        {
            if (watching.Metrics.FirstOrDefault(metric => PrometheusNames.Of(metric).Contains(name)) is { } metric)
                asked.Add(metric);
            else
                yield return new(Watching.DashboardFile, Texts.Get("infra.metricUnknown", title, name), Texts.Get("infra.nameMetric"));
        }
        var attributes = asked.SelectMany(metric => metric.Attributes).ToHashSet();
        foreach (var (label, values) in PrometheusNames.Labels(expression))
        {
            if (!attributes.Contains(label) && !OfPrometheus.Contains(label))
                yield return new(
                    Watching.DashboardFile,
                    Texts.Get("infra.attributeUnknown", title, label),
                    Texts.Get("infra.attributes", string.Join(", ", attributes)));
            foreach (var fault in QueryCheck.Values(Watching.DashboardFile, title, label, values.Where(IsLiteral), watching))
                yield return fault;
        }
    }

    private static bool IsLiteral(string value) => value.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
}
