using System.Text.Json;

namespace IntegrationHub.EndToEnd.Infra;

/// <summary>What a parser says of a query.</summary>
/// <param name="Faults">What is wrong, with the place.</param>
/// <param name="Columns">What a query gives, by name, with the type.</param>
internal sealed record Parsed(IReadOnlyList<string> Faults, IReadOnlyDictionary<string, string> Columns);

/// <summary>Parses KQL as Microsoft's own query editors do, and PromQL as Prometheus's does.</summary>
internal static class Parsers
{
    private static readonly NodeScript Script = new("Infra", "parse.mjs", "queries", "@kusto");

    /// <summary>In the order of the queries.</summary>
    public static async Task<IReadOnlyList<Parsed>> Parse(string language, IEnumerable<string> queries, CancellationToken cancellation) =>
    [
        .. (await Script.Ask(queries.Select(query => JsonSerializer.Serialize(new { language, query })), cancellation))
            .Select(answer => JsonSerializer.Deserialize<Parsed>(answer, JsonSerializerOptions.Web)!),
    ];
}
