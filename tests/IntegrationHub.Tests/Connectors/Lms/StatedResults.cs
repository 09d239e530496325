using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Testing.Connectors;
using static IntegrationHub.Tests.Connectors.Lms.Caliper.CaliperFixtures;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>Every place where a kind of source states a number, or yes or no, on which a result hangs.</summary>
internal static class StatedResults
{
    /// <summary>The member as the reader's code names it, with what reads an event that states a value there as JSON.</summary>
    /// <param name="Member">E.g. <c>Canvas score</c>; as many as the code has.</param>
    /// <param name="Doubts">
    /// What is doubted where it cannot be read; null where nothing is: the member tells only that there was more.
    /// </param>
    /// <param name="Read">Reads the event.</param>
    internal sealed record Place(string Member, DoubtKind? Doubts, Func<string, Reading> Read)
    {
        public override string ToString() => Member;
    }

    public static IReadOnlyList<Place> All { get; } =
    [
        new("Canvas score", DoubtKind.Score, value => Canvas("grade_change", Grade31($"\"score\":{value},\"points_possible\":20"))),
        new("Canvas points_possible", DoubtKind.Score, value =>
            Canvas("grade_change", Grade31($"\"score\":9,\"points_possible\":{value}"))),
        new("Canvas old_score", null, value => Canvas("grade_change", Grade31($"\"old_score\":{value}"))),
        new("Canvas muted", DoubtKind.Score, value =>
            Canvas("grade_change", Grade31($"\"score\":9,\"points_possible\":20,\"muted\":{value}"))),
        new("Canvas grading_complete", DoubtKind.Score, value =>
            Canvas("grade_change", Grade31($"\"score\":9,\"points_possible\":20,\"grading_complete\":{value}"))),
        new("Canvas override_score", DoubtKind.Score, value => Canvas("grade_override", Course($"\"override_score\":{value}"))),
        new("Canvas old_override_score", null, value =>
            Canvas("grade_override", Course($"\"override_score\":null,\"old_override_score\":{value}"))),
        new("Canvas final_score", DoubtKind.Score, value =>
            Canvas("course_grade_change", Course($"\"final_score\":{value},\"old_final_score\":3"))),
        new("Canvas old_final_score", null, value =>
            Canvas("course_grade_change", Course($"\"final_score\":88,\"old_final_score\":{value}"))),
        new("Canvas mastery", DoubtKind.Pass, value => Canvas(
            "learning_outcome_result_created",
            "{\"result_context_type\":\"Course\",\"result_context_id\":\"5\",\"learning_outcome_id\":\"9\",\"user_uuid\":\"u\","
                + $"\"mastery\":{value}}}")),
        new("Caliper scoreGiven", DoubtKind.Score, value => Caliper("generated", "scoreGiven", value)),
        new("Caliper resultScore", DoubtKind.Score, value => Caliper("generated", "resultScore", value)),
        new("Caliper maxScore", DoubtKind.Score, value => Caliper("generated", "maxScore", value)),
        new("Caliper maxResultScore", DoubtKind.Score, value => Caliper("generated", "maxResultScore", value)),
        new("Blackboard isCourseGrade", null, value => Snapshot("isCourseGrade", value)),
        new("Blackboard score", DoubtKind.Score, value => Snapshot("score", value)),
        new("Blackboard scorePossible", DoubtKind.Score, value => Snapshot("scorePossible", value)),
        new("Ags scoreGiven", DoubtKind.Score, value => Ags($"\"scoreGiven\":{value},\"scoreMaximum\":50")),
        new("Ags scoreMaximum", DoubtKind.Score, value => Ags($"\"scoreGiven\":9,\"scoreMaximum\":{value}")),
        new("Statements raw", DoubtKind.Score, value => XApi($$"""{"score":{"raw":{{value}},"max":100} }""")),
        new("Statements min", DoubtKind.Score, value => XApi($$"""{"score":{"raw":9,"min":{{value}},"max":100} }""")),
        new("Statements max", DoubtKind.Score, value => XApi($$"""{"score":{"raw":9,"max":{{value}} } }""")),
        new("Statements scaled", DoubtKind.Score, value => XApi($$"""{"score":{"scaled":{{value}} } }""")),
        new("Statements score", DoubtKind.Score, value => XApi($$"""{"score":{{value}} }""")),
        new("Statements success", DoubtKind.Pass, value => XApi($$"""{"success":{{value}} }""")),
        new("Statements completion", DoubtKind.Pass, value => XApi($$"""{"completion":{{value}} }""")),
        new("OpenEdx is_passing", DoubtKind.Pass, value => Plugin("course.passing.status.updated", $"\"is_passing\":{value}")),
        new("OpenEdx percent_grade", DoubtKind.Score, value =>
            Plugin("course.persistent_grade_summary.changed", $"\"percent_grade\":{value},\"letter_grade\":\"A\"")),
        new("OpenEdx grade", DoubtKind.Pass, value =>
            Plugin("certificate.created", $"\"current_status\":\"downloadable\",\"mode\":\"honor\",\"grade\":{value}")),
        new("OpenEdx weighted_graded_earned", DoubtKind.Score, value =>
            Tracking($"\"weighted_graded_earned\":{value},\"weighted_graded_possible\":5")),
        new("OpenEdx weighted_graded_possible", DoubtKind.Score, value =>
            Tracking($"\"weighted_graded_earned\":4,\"weighted_graded_possible\":{value}")),
        new("GenericJson FieldSettings.Score", DoubtKind.Score, value => Json($"\"points\":{value},\"most\":100")),
        new("GenericJson FieldSettings.ScoreMin", DoubtKind.Score, value => Json($"\"points\":9,\"most\":100,\"least\":{value}")),
        new("GenericJson FieldSettings.ScoreMax", DoubtKind.Score, value => Json($"\"points\":9,\"most\":{value}")),
        new("GenericJson FieldSettings.Passed", DoubtKind.Pass, value => Json($"\"passed\":{value}")),
    ];

    private static string Grade31(string more) => $$"""{"assignment_id":"31","student_id":"48","old_score":3,{{more}} }""".Replace(
        "\"old_score\":3,\"old_score\"",
        "\"old_score\"",
        StringComparison.Ordinal);

    private static string Course(string more) => $$"""{"user_id":"48","course_id":"5",{{more}} }""";

    private static Reading Canvas(string name, string body) => Readings.Canvas(
        $$"""
        {"metadata":{"event_name":"{{name}}","event_time":"2026-02-01T10:00:01Z","root_account_uuid":"{{Readings.Account}}",
         "context_type":"Course","context_id":"5"},"body":{{body}} }
        """,
        ("courseGrades", "count"));

    private static Reading Caliper(string of, string member, string value)
    {
        var grade = Grade();
        if (member.StartsWith("max", StringComparison.Ordinal))
            grade[of]!.AsObject().Remove("maxScore");
        else
            grade[of]!.AsObject().Remove("scoreGiven");
        grade[of]![member] = JsonNode.Parse(value);
        return Readings.Caliper(Envelope(grade).ToJsonString());
    }

    private static Reading Snapshot(string member, string value)
    {
        var snapshot = Event("http://caliper.blackboard.com/caliper/v1/CalculatedGradeSnapshotEvent", "Graded");
        snapshot["object"] = JsonNode.Parse(
            """
            {"itemId":"_40_1","score":8,"scorePossible":10,"isCourseGrade":true,
             "user":{"id":"https://lms.example.ca/users/1","type":"Person","extensions":{"bb:user.externalId":"900123456"}}}
            """);
        snapshot["object"]![member] = JsonNode.Parse(value);
        return Readings.Blackboard(Envelope(snapshot).ToJsonString(), ("courseGrades", "count"));
    }

    private static Reading Ags(string points) => Arrived.Read(
        Arrived.Source("ags", "course: C-7\nassessment: final"),
        $$"""
        {"userId":"301",{{points}},"timestamp":"2026-04-16T18:54:36Z","activityProgress":"Completed","gradingProgress":"FullyGraded"}
        """);

    private static Reading XApi(string result) => Readings.XApi(
        $$"""
        {"actor":{"mbox":"mailto:zoe@example.ca"},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},
         "object":{"id":"https://lms.example.ca/course/7","definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course"} },
         "result":{{result}},"timestamp":"2026-02-01T10:00:00Z"}
        """);

    private static Reading Plugin(string name, string data) => Arrived.Read(
        Arrived.Source("openedx"),
        $$"""
        {"openedx_events.learning.data.SomeData":{"user":{"id":42},"course":{"course_key":"course-v1:Lac+EAU130+2026"},{{data}} },
         "event_metadata":{"id":"1f3c6e2a-a1a5-11ed-afe6-0242ac140007","event_type":"org.openedx.learning.{{name}}.v1",
          "time":"2026-01-31T20:28:12+00:00"} }
        """);

    private static Reading Tracking(string data) => Arrived.Read(
        Arrived.Source("openedx"),
        $$"""
        {"name":"edx.grades.subsection.grade_calculated","time":"2026-01-31T20:28:12+00:00",
         "data":{"user_id":42,"course_id":"course-v1:Lac+EAU130+2026","block_id":"block-1",{{data}} } }
        """);

    private static Reading Json(string result) => Arrived.Read(
        Arrived.Source(
            "json",
            "time: $.at\ncourse: $.course\nlmsId: $.who\nassessedWhen: *\nscore: $.points\nscoreMin: $.least\n"
                + "scoreMax: $.most\npassed: $.passed"),
        $$"""{"at":"2026-05-01T10:00:00Z","course":"C1","who":"7",{{result}} }""");
}
