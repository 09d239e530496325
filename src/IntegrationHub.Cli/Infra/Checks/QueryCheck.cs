using System.Text.RegularExpressions;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>
/// A query (KQL) names measurements, attributes and values that there are: a wrong one finds nothing, for ever and in silence.
/// </summary>
internal static partial class QueryCheck
{
    private const string Table = "AppMetrics";

    /// <param name="file">Where the query is fixed.</param>
    /// <param name="where">What asks it.</param>
    /// <param name="query">The query.</param>
    /// <param name="watching">What there is.</param>
    public static IEnumerable<InfraFault> Faults(string file, string where, string query, Watching watching)
    {
        // Traces and logs are the platform's own tables; only the measurements are known here by name.
        if (!query.Contains(Table, StringComparison.Ordinal))
            yield break;
        var named = Metric().Matches(query).Select(found => found.Groups["name"].Value).ToHashSet();
        if (named.Count == 0)
            yield return new(file, Texts.Get("infra.noMetric", where), Texts.Get("infra.nameMetric"));
        foreach (var name in named.Where(name => !watching.Metrics.Any(metric => metric.Name == name)))
            yield return new(file, Texts.Get("infra.metricUnknown", where, name), Texts.Get("infra.nameMetric"));
        var attributes = watching.Metrics.Where(metric => named.Contains(metric.Name)).SelectMany(metric => metric.Attributes).ToHashSet();
        foreach (var name in Attribute()
                .Matches(query)
                .Select(found => found.Groups["name"].Value)
                .Distinct()
                .Where(name => !attributes.Contains(name)))
            yield return new(
                file,
                Texts.Get("infra.attributeUnknown", where, name),
                Texts.Get("infra.attributes", string.Join(", ", attributes)));
        foreach (var fault in Comparison()
                .Matches(query)
                .SelectMany(found => Values(file, where, found.Groups["name"].Value, Literals(found), watching)))
            yield return fault;
    }

    /// <summary>Values of an attribute that never come.</summary>
    public static IEnumerable<InfraFault> Values(
        string file,
        string where,
        string attribute,
        IEnumerable<string> values,
        Watching watching) =>
        watching.Values.TryGetValue(attribute, out var written)
            ? values
                .Where(value => !written.Contains(value))
                .Select(value => new InfraFault(
                    file,
                    Texts.Get("infra.valueUnknown", where, attribute, value),
                    Texts.Get("infra.attributes", string.Join(", ", written))))
            : [];

    private static IEnumerable<string> Literals(Match comparison) =>
        Literal().Matches(comparison.Groups["values"].Value).Select(found => found.Groups["value"].Value);

    [GeneratedRegex(@"'(?<name>(?:hub|queue)\.[a-z_.]+)'")]
    private static partial Regex Metric();

    [GeneratedRegex(@"\bProperties\.(?<name>\w+)")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\b(?<name>[a-z]+)\)?\s*(?:==|!=|\bin\b|!in\b)\s*(?<values>\([^)]*\)|'[^']*')")]
    private static partial Regex Comparison();

    [GeneratedRegex("'(?<value>[^']*)'")]
    private static partial Regex Literal();
}
