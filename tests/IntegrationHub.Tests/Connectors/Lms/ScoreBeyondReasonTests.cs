using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;
using static IntegrationHub.Tests.Connectors.Lms.Caliper.CaliperFixtures;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>
/// A number with which no share can be reckoned is doubtful: it neither counts nor takes back, and breaks nothing behind it.
/// </summary>
public sealed class ScoreBeyondReasonTests
{
    public static TheoryData<string, string, string> Beyond => new()
    {
        { "7e28", "0", "1" },
        { "1e300", "0", "100" },
        { "-1e300", "0", "100" },
        { "5", "0", "1e-28" },
        { "5", "0", "7e28" },
        { "5", "0", "1e300" },
        { "5", "-7e28", "7e28" },
    };

    public static TheoryData<string, string> FromZero => new()
    {
        { "7e28", "1" },
        { "1e300", "100" },
        { "5", "1e-28" },
        { "5", "1e300" },
    };

    [Theory]
    [MemberData(nameof(Beyond))]
    public void Of_a_statement(string raw, string min, string max)
    {
        foreach (var verb in new[] { "completed", "passed", "failed" })
        {
            Told(
                Readings.XApi(
                    $$$"""
                    {"actor":{"mbox":"mailto:zoe@example.ca"},"verb":{"id":"http://adlnet.gov/expapi/verbs/{{{verb}}}"},
                     "object":{"id":"https://lms.example.ca/course/7",
                      "definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course"}},
                     "result":{"score":{"raw":{{{raw}}},"min":{{{min}}},"max":{{{max}}}}},"timestamp":"2026-02-01T10:00:00Z"}
                    """));
        }
    }

    [Theory]
    [MemberData(nameof(Beyond))]
    public void Of_a_form(string raw, string min, string max)
    {
        var source = Arrived.Source(
            "json",
            "event: $.type\nassessedWhen: graded\ntime: $.at\nlogin: $.who\ncourse: $.course\nscore: $.raw\nscoreMin: "
                + "$.min\nscoreMax: $.max"
        );

        Told(
            Arrived.Read(
                source,
                $$"""{"type":"graded","at":"2026-02-01T10:00:00Z","who":"zoe.l","course":"7","raw":{{raw}}"""
                    + $$""","min":"{{min}}","max":"{{max}}"}"""
            ));
    }

    [Theory]
    [MemberData(nameof(FromZero))]
    public void Of_an_assignment_or_a_course_in_Canvas(string raw, string max)
    {
        Told(
            Readings.Canvas(
                Canvas(
                    "grade_change",
                    $$"""{"assignment_id":"160","student_id":"48","score":{{raw}},"old_score":3,"points_possible":{{max}}"""
                        + $$""","grading_complete":true}"""
                )));
        if (max is "1" or "100")
            Told(
                Readings.Canvas(
                    Canvas("grade_override", $$"""{"user_id":"48","course_id":"565","override_score":{{raw}},"old_override_score":3}""")));
    }

    [Theory]
    [MemberData(nameof(FromZero))]
    public void Of_an_envelope(string raw, string max)
    {
        var json = With(Grade(), grade =>
        {
            grade["generated"]!["scoreGiven"] = JsonNode.Parse(raw);
            grade["generated"]!["maxScore"] = JsonNode.Parse(max);
        });

        Told(Readings.Caliper(json));
    }

    [Fact]
    public void Of_the_overall_grade_in_Blackboard()
    {
        var grade = Event("CalculatedGradeSnapshotEvent", "Graded");
        grade["object"] = JsonNode.Parse(
            """
            {"id":"https://lms.example.ca/grades/1","type":"CalculatedGradeSnapshot","isCourseGrade":true,"score":5,"scorePossible":1e-28,
             "user":{"id":"https://lms.example.ca/users/390","type":"Person","extensions":{"bb:user.externalId":"900123456"}} }
            """);

        Told(Readings.Blackboard(Envelope(grade).ToJsonString(), ("courseGrades", "count")));
    }

    [Theory]
    [MemberData(nameof(FromZero))]
    public void Of_a_tool(string raw, string max) =>
        Told(
            Arrived.Read(
                Arrived.Source("ags", "course: C-7\nassessment: final"),
                $$"""
                {"userId":"301","scoreGiven":{{raw}},"scoreMaximum":{{max}},"timestamp":"2026-04-16T18:54:36Z",
                 "activityProgress":"Completed","gradingProgress":"FullyGraded"}
                """));

    [Theory]
    [InlineData("7e28", "1")]
    [InlineData("5", "1e-28")]
    public void Even_one_that_was_kept_before_has_no_share_and_does_not_throw(string raw, string max) =>
        new Score(
            decimal.Parse(raw, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture),
            0,
            decimal.Parse(max, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture)
        ).Percent.ShouldBeNull();

    [Theory]
    [InlineData(1_000_000_000, 0, 1_000_000_000)]
    [InlineData(0.000_001, 0, 0.000_001)]
    [InlineData(-1_000_000_000, -1_000_000_000, 1_000_000_000)]
    public void The_largest_and_the_least_within_reason_are_reckoned_with(decimal raw, decimal min, decimal max) =>
        new Score(raw, min, max).Percent.ShouldNotBeNull().ShouldBeInRange(0, 100);

    private static void Told(Reading reading)
    {
        reading.Fault.ShouldBeNull();
        var completion = reading.Completions.ShouldHaveSingleItem();
        completion.Kind.ShouldNotBe(CompletionKind.Undone);
        (completion.Score is null ? completion.Doubts.Count > 0 : !completion.Score.IsBelievable()).ShouldBeTrue();
    }

    private static string Canvas(string name, string body) =>
        $$"""
            {"metadata":{"event_name":"{{name}}","event_time":"2026-02-01T10:00:01Z","root_account_uuid":"{{Readings.Account}}",
             "context_type":"Course","context_id":"565"},"body":{{body}}}
            """;
}
