using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Tests.Connectors.Lms.Statements;
using Shouldly;
using Xunit;
using static IntegrationHub.Tests.Connectors.Lms.Caliper.CaliperFixtures;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>In every format that brings several events, one that cannot be read takes none of its neighbours down, and is told.</summary>
public sealed class NeighbourTests
{
    /// <summary>A kind that sends several events at once: a good one, ways to break it, and how they travel together.</summary>
    private sealed record Format(string Kind, string Settings, Func<JsonObject> Good, string[] Breaks, Func<JsonNode[], string> Together)
    {
        public string ContentType { get; init; } = "application/json";

        public Reading Read(params JsonObject[] events) => Arrived.Lms(Kind).Read(
            Arrived.Source(Kind, Settings),
            Arrived.Delivery(
                Together([.. events.Select(one => one.DeepClone())]),
                ContentType,
                ("X-Experience-API-Version", "1.0.3")));
    }

    private static readonly Func<JsonNode[], string> AsArray = events => new JsonArray(events).ToJsonString();

    private static readonly Dictionary<string, Format> Formats = new()
    {
        ["xAPI"] = new("xapi", "", () => StatementRuleTests.Statement(), ["actor", "verb", "object"], AsArray),
        ["xAPI of Open edX"] = new(
            "openedx",
            "",
            () => StatementRuleTests.Statement(),
            ["actor", "verb"],
            AsArray),
        ["Caliper"] = new("caliper", "", Grade, ["id", "type", "eventTime"], events => Envelope(events).ToJsonString()),
        ["Caliper of Blackboard"] = new("blackboard", "", Grade, ["id", "type", "eventTime"], events => Envelope(events).ToJsonString()),
        ["Open edX tracking events"] = new("openedx", "", Tracking, ["time", "data"], AsArray),
        ["Brightspace"] = new("brightspace", "", Award, ["timestamp", "context.extensions"], AsArray),
        ["JSON"] = new(
            "json",
            "studentNumber: $.student\ncourse: $.course\ntime: $.time\nassessedWhen: *\nscore: $.score\nscoreMax: 100",
            () => JsonNode.Parse("""{"student":"900100001","course":"EAU130","time":"2026-02-01T10:00:00Z","score":91}""")!.AsObject(),
            ["student", "course", "time"],
            AsArray),
        ["CloudEvents"] = new(
            "cloudevents",
            "studentNumber: $.student\ncourse: $.course\nassessedWhen: graded\nscore: $.score\nscoreMax: 100",
            () => JsonNode.Parse("""
                {"specversion":"1.0","id":"1","source":"https://lms.example.ca","type":"graded","time":"2026-02-01T10:00:00Z",
                 "data":{"student":"900100001","course":"EAU130","score":91} }
                """)!.AsObject(),
            ["specversion", "id", "source", "type", "time", "data"],
            AsArray)
        {
            ContentType = "application/cloudevents-batch+json",
        },
        ["AGS"] = new("ags", "course: C-7\nassessment: final", Score, ["userId", "timestamp", "gradingProgress"], AsArray),
    };

    public static TheoryData<string, string> Broken =>
    [
        .. from format in Formats from member in format.Value.Breaks select (format.Key, member),
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void The_neighbours_count_wherever_the_damaged_one_stands(string name, string member)
    {
        var format = Formats[name];
        var (good, bad) = (format.Good(), format.Good());
        Break(bad, member);

        var alone = format.Read(bad);
        alone.Completions.ShouldBeEmpty();
        var why = alone.Fault.ShouldNotBeNull($"{name} without {member}");

        foreach (var events in new JsonObject[][] { [bad, good], [good, bad], [good, bad, good, bad] })
        {
            var reading = format.Read(events);
            reading.Fault.ShouldBeNull();
            reading.Completions.ShouldNotBeEmpty();
            reading.Damaged.ShouldBe([why]);
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Where_nothing_can_be_read_the_sender_is_answered_as_for_one(string name, string member)
    {
        var format = Formats[name];
        var bad = format.Good();
        Break(bad, member);

        var (one, two) = (format.Read(bad), format.Read(bad, bad));
        (two.Fault, two.FaultStatus).ShouldBe((one.Fault, one.FaultStatus));
    }

    private static void Break(JsonObject good, string path)
    {
        var parts = path.Split('.');
        var at = good;
        foreach (var part in parts[..^1])
            at = at[part]!.AsObject();
        at[parts[^1]] = JsonNode.Parse("[[]]");
    }

    private static JsonObject Tracking() => JsonNode.Parse("""
        {"name":"edx.course.grade.now_passed","time":"2026-01-31T20:28:12+00:00",
         "data":{"user_id":42,"course_id":"course-v1:Lac+EAU130+2026","event_transaction_id":"1"} }
        """)!.AsObject();

    private static JsonObject Award() => JsonNode.Parse("""
        {"timestamp":"2026-02-01T10:00:00Z","verb":{"id":"https://api.brightspace.com/xapi/verbs/created"},
         "object":{"definition":{"type":"https://api.brightspace.com/xapi/activities/tools/award/issue"} },
         "context":{"extensions":{
          "https://api.brightspace.com/xapi/extension_keys/context/object":{"awardId":"12","issuanceId":"88","issuedUserId":301},
          "https://api.brightspace.com/xapi/extension_keys/context/context":{"orgUnitId":"6606"} } } }
        """)!.AsObject();

    private static JsonObject Score() => JsonNode.Parse("""
        {"userId":"301","scoreGiven":45,"scoreMaximum":50,"timestamp":"2026-04-16T18:54:36Z","activityProgress":"Completed",
         "gradingProgress":"FullyGraded"}
        """)!.AsObject();
}
