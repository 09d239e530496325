using System.Text.RegularExpressions;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Cli.Infra.Model;

/// <summary>
/// How measurements that are exported by OTLP are called in Prometheus
/// (opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics).
/// </summary>
internal static partial class PrometheusNames
{
    private static readonly Dictionary<string, string> Units = new() { ["s"] = "seconds", ["d"] = "days" };

    /// <summary>All names of one; a unit that stands within the name is added by some translators and not by others.</summary>
    public static IEnumerable<string> Of(HubMetric metric)
    {
        var plain = metric.Name.Replace('.', '_');
        string[] names = !Units.TryGetValue(metric.Unit, out var unit) || plain.EndsWith($"_{unit}", StringComparison.Ordinal) ? [plain]
            : plain.Split('_').Contains(unit) ? [plain, $"{plain}_{unit}"]
            : [$"{plain}_{unit}"];
        return names.SelectMany(name =>
            metric.Kind switch
            {
                MetricKind.Counter => [$"{name}_total"],
                MetricKind.Histogram => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
                _ => (string[])[name],
            });
    }

    /// <summary>The names of the hub that an expression asks for; one by pattern, <c>{__name__=~"a(_b)?"}</c>, by its longest.</summary>
    public static IEnumerable<string> In(string expression) =>
        Name().Matches(expression).Select(found => found.Groups["name"].Value + found.Groups["perhaps"].Value).Distinct();

    /// <summary>The labels that an expression chooses or splits by, with the values it compares them to.</summary>
    public static IEnumerable<(string Label, string[] Values)> Labels(string expression) =>
        [
            .. Chosen().Matches(expression).Select(found => (found.Groups["label"].Value, found.Groups["value"].Value.Split('|'))),
            .. Split()
                .Matches(expression)
                .SelectMany(found => found.Groups["labels"].Value.Split(','))
                .Select(label => (label.Trim(), Array.Empty<string>())),
        ];


    [GeneratedRegex(@"\b(?<name>(?:hub|queue)_[a-z_]+)(?:\((?<perhaps>_[a-z]+)\)\?)?")]
    private static partial Regex Name();

    [GeneratedRegex(@"[{,]\s*(?<label>[a-z]\w*)\s*(?:=~|!~|!=|=)\s*""(?<value>[^""]*)""")]
    private static partial Regex Chosen();

    [GeneratedRegex(@"\b(?:by|without|on)\s*\((?<labels>[^)]*)\)")]
    private static partial Regex Split();
}
