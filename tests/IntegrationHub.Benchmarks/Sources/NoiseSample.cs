using System.Text;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Benchmarks.Sources;

/// <summary>A delivery of noise, as a kind of source sends most of the time.</summary>
/// <param name="Kind">Kind of the source.</param>
/// <param name="Events">How many events are in it.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">Its headers.</param>
internal sealed record NoiseSample(string Kind, int Events, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public static IReadOnlyList<NoiseSample> All { get; } =
    [
        new("canvas", 1, """
            {"metadata":{"event_name":"asset_accessed","event_time":"2026-11-02T15:00:00Z","root_account_uuid":"bench",
             "user_id":"21070000000000001","context_type":"Course"},
             "body":{"asset_type":"attachment","asset_id":"21070000000005501","display_name":"plan.pdf","role":"StudentEnrollment"}}
            """, new Dictionary<string, string>()),
        new("moodle", 10, Statements(10), With(("X-Experience-API-Version", "1.0.3"))),
        new("blackboard", 100, Envelope(100), With(("Content-Type", "application/json"))),
    ];

    public Source Source => new()
    {
        Name = Kind,
        Kind = Kind,
        Authentication = AuthenticationSchemes.SecretAddress,
        Settings = new Dictionary<string, string> { ["accounts"] = "bench" },
        Secrets = new Dictionary<string, InboundSecret> { ["address"] = new("BENCH") },
    };

    public Delivery Delivery(string key) => new(Encoding.UTF8.GetBytes(Body), Headers) { AddressKey = key };

    private static Dictionary<string, string> With(params (string Name, string Value)[] headers) =>
        headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);

    private static string Envelope(int count) => $$"""
        {"sensor":"https://lms.example.ca","sendTime":"2026-11-02T15:00:00Z","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1",
         "data":[{{string.Join(',', Enumerable.Range(0, count).Select(at => $$"""
        {"id":"urn:uuid:7ccd3322-e1a5-411a-a67d-6a735c76f1{{at:D2}}","type":"ViewEvent","action":"Viewed",
         "eventTime":"2026-11-02T15:00:00Z",
         "actor":{"id":"https://lms.example.ca/users/301","type":"Person"},
         "object":{"id":"https://lms.example.ca/courses/7/pages/1","type":"Page"} }
        """))}}]}
        """;

    private static string Statements(int count) => $"[{string.Join(',', Enumerable.Range(0, count).Select(at => $$"""
        {"id":"7ccd3322-e1a5-411a-a67d-6a735c76f1{{at:D2}}","actor":{"account":{"homePage":"https://moodle.example.ca","name":"301"} },
         "verb":{"id":"http://id.tincanapi.com/verb/viewed"},"object":{"id":"https://moodle.example.ca/course/view.php?id=7",
          "definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course"} },
         "timestamp":"2026-11-02T15:00:00Z"}
        """))}]";
}
