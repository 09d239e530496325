using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Tests.Connectors.Lms.Caliper;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>A payload that a vendor or a standard published, with what its manifest says it means.</summary>
/// <param name="File">Path below the samples of LMSs.</param>
/// <param name="Class">What it means, e.g. <c>CREDENTIAL</c>.</param>
internal sealed partial record PublishedSample(string File, string Class)
{
    private const string Moment = "2026-02-01T10:00:00Z";

    // The host that the published Caliper event of Canvas names in place of an account.
    private const string CanvasHost = "oxana.instructure.com";

    /// <summary>All payloads of the manifest; none where the samples are not beside this repository.</summary>
    public static IReadOnlyList<PublishedSample> All { get; } =
        Readings.Samples() is { } folder
            ?
            [
                .. JsonNode
                    .Parse(System.IO.File.ReadAllText(Path.Combine(folder.FullName, "lms", "MANIFEST.json")))!
                    .AsArray()
                    .Select(entry => new PublishedSample($"{entry!["file"]}", $"{entry["class"]}"))
                    .Where(sample =>
                        sample.File.EndsWith(".json", StringComparison.Ordinal)
                        && sample.Kind is not null
                        && !NotPayloads.Contains(sample.File)),
            ]
            : [];

    // Descriptions of something else: a workflow to import, a signature's vector, a fragment of a statement.
    private static readonly string[] NotPayloads =
    [
        "moodle/tool_trigger.Course_Completed_workflow.json",
        "standards/standard_webhooks.vector.json",
        "xapi/adl_v2.contexts.context_agents.json",
    ];


    /// <summary>The kind of source that would send it.</summary>
    public string? Kind => File.Split('/')[0] switch
    {
        "d2l" => "brightspace",
        "standards" => File.Contains("lti_ags", StringComparison.Ordinal) ? "ags" : null,
        var folder => folder,
    };

    /// <summary>A source that holds whatever kind and sample ask for.</summary>
    public Source Source => Readings.Source(Kind!) with
    {
        Settings = new Dictionary<string, string>
        {
            ["accounts"] = $"{Account().Match(Text).Groups[1].Value} {CanvasHost}",
            ["courseGrades"] = "count",
        },
    };

    /// <summary>The sample as it would arrive: placeholders filled in, and the time that the vendor's own fixtures leave out.</summary>
    public Delivery Delivery => Arriving(Encoding.UTF8.GetBytes(Text));

    /// <summary>Other bytes that arrive in the same way.</summary>
    public Delivery Arriving(ReadOnlyMemory<byte> body) => new(body, Headers) { AddressKey = "key" };

    private Dictionary<string, string> Headers
    {
        get
        {
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };
            if (File.StartsWith("xapi/", StringComparison.Ordinal)
                || File.Contains("/xapi.", StringComparison.Ordinal)
                || File.EndsWith(".statements.json", StringComparison.Ordinal))
                headers["X-Experience-API-Version"] = File.Contains("adl_v2", StringComparison.Ordinal) ? "2.0.0" : "1.0.3";
            return headers;
        }
    }

    private string Text =>
        field ??= Enveloped(WithTimes(Filled(System.IO.File.ReadAllText(Path.Combine(Readings.Samples()!.FullName, "lms", File)))));

    // What is published are bare Caliper events; sensors send them in envelopes.
    private string Enveloped(string text) =>
        Kind is "caliper" or "blackboard" && JsonNode.Parse(text) is JsonObject item && !item.ContainsKey("data")
            ? CaliperFixtures.Envelope(item).ToJsonString()
            : text;

    private static string Filled(string text) => Placeholder().Replace(text, hole => hole.Value switch
    {
        "<UTCDateTimeString>" => Moment,
        "<created|updated|revoked|expired>" => "created",
        var name when name.Contains("UUID", StringComparison.Ordinal) => "7ccd3322-e1a5-411a-a67d-6a735c76f119",
        _ => "123",
    });

    private string WithTimes(string text)
    {
        if (Kind is not "moodle" || JsonNode.Parse(text) is not { } json)
            return text;
        foreach (
            var statement in (json as JsonArray ?? []).Append(json).OfType<JsonObject>().Where(statement => statement.ContainsKey("verb")))
            statement["timestamp"] ??= Moment;
        return json.ToJsonString();
    }

    /// <inheritdoc/>
    public override string ToString() => File;

    [GeneratedRegex("<[A-Za-z|]+>")]
    private static partial Regex Placeholder();

    [GeneratedRegex("\"root_account_uuid\"\\s*:\\s*\"([^\"]+)\"")]
    private static partial Regex Account();
}
