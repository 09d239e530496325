using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Canvas;

public sealed class CanvasReadingTests
{
    [Theory]
    [InlineData("123", "123")]
    [InlineData("40130000000000123", "123")]
    [InlineData("123", "40130000000000123")]
    public void The_student_number_of_the_actor_is_the_learners_when_both_are_one_person(string user, string actor) =>
        Completed(user, actor).Learner.ShouldBe(
        [
            new(LearnerReferenceKind.StudentNumber, "900123456"),
            new(LearnerReferenceKind.LmsId, "123"),
            new(LearnerReferenceKind.Email, "zoe@example.ca"),
        ]);

    [Theory]
    [InlineData("123", "77")]
    [InlineData("123", "40140000000000123")]
    public void The_student_number_of_a_teacher_is_never_the_learners(string user, string actor) =>
        Completed(user, actor).Learner.ShouldNotContain(r => r.Kind == LearnerReferenceKind.StudentNumber);

    [Fact]
    public void A_learner_of_another_shard_is_not_taken_for_the_local_one_of_that_number() =>
        Completed("40140000000000123", "1").Learner.ShouldContain(new LearnerReference(LearnerReferenceKind.LmsId, "40140000000000123"));

    [Fact]
    public void A_course_without_SIS_id_is_named_by_its_own_id_alone() =>
        Completed("123", "123", sisId: "null").Courses.ShouldBe(["565"]);

    [Fact]
    public void Progress_that_is_not_yet_completion_is_noise()
    {
        var reading = Readings.SignedCanvas(CourseCompleted("123", "123", "null", "null"));

        reading.Ignored.ShouldHaveSingleItem().Kind.ShouldBe("course_completed");
        reading.Completions.ShouldBeEmpty();
    }

    [Fact]
    public void A_grade_is_points_out_of_the_possible_ones()
    {
        var completion = Readings.SignedCanvas(GradeChange("17", "20")).Completions.ShouldHaveSingleItem();

        completion.Score.ShouldBe(new Score(17, 0, 20));
        completion.Assessment.ShouldBe("371");
        completion.Courses.ShouldBe(["565", "2026A.X"]);
        completion.Learner.ShouldBe([new(LearnerReferenceKind.StudentNumber, "900123456"), new(LearnerReferenceKind.LmsId, "48")]);
    }

    [Theory]
    [InlineData("null", "20", "false", "true")]
    [InlineData("17", "20", "true", "true")]
    [InlineData("17", "20", "false", "false")]
    [InlineData("17", "20", "\"true\"", "true")]
    [InlineData("17", "20", "false", "\"false\"")]
    public void A_grade_that_is_hidden_unfinished_or_missing_is_noise(string score, string possible, string muted, string complete)
    {
        var reading = Readings.SignedCanvas(GradeChange(score, possible, muted, complete));

        reading.Completions.ShouldBeEmpty();
        reading.Ignored.ShouldHaveSingleItem().Kind.ShouldBe("grade_change");
    }

    [Fact]
    public void The_event_id_does_not_depend_on_the_order_of_members()
    {
        var one =
            """{"metadata":{"event_name":"course_completed","event_time":"2026-02-01T10:00:00Z","root_account_uuid":"an-account"}"""
                + ""","body":{"progress":{"completed_at":"2026-02-01T10:00:00Z"},"user":{"id":"1"}}}""";
        var other =
            """{"body":{"user":{"id":"1"},"progress":{"completed_at":"2026-02-01T10:00:00Z"}}"""
                + ""","metadata":{"event_time":"2026-02-01T10:00:00Z","root_account_uuid":"an-account","event_name":"course_completed"}}""";

        Readings.SignedCanvas(one).Completions.Single().EventId.ShouldBe(Readings.SignedCanvas(other).Completions.Single().EventId);
    }

    [Theory]
    [InlineData("""{"metadata":{"root_account_uuid":"an-account"},"body":{}}""", "event_name")]
    [InlineData("""{"metadata":{"event_name":"course_completed","root_account_uuid":"an-account"},"body":{}}""", "event_time")]
    [InlineData("""{"metadata":{"event_name":"course_completed","event_name":"x"}}""", "JSON")]
    public void What_cannot_be_read_says_why(string json, string why) =>
        Readings.SignedCanvas(json).Fault.ShouldNotBeNull().ShouldContain(why);

    [Theory]
    [InlineData("""{"metadata":{"event_name":"asset_accessed","root_account_uuid":"another"},"body":{}}""")]
    [InlineData("""{"metadata":{"event_name":"course_completed","event_time":"2026-02-01T10:00:00Z"},"body":{}}""")]
    [InlineData("""{"metadata":{"event_name":"asset\u005faccessed","root_account_uuid":"another"},"body":{}}""")]
    [InlineData("""{"body":{}}""")]
    public void An_event_of_no_account_of_ours_is_foreign(string json) => Readings.SignedCanvas(json).IsForeign.ShouldBeTrue();

    [Theory]
    [InlineData("another an-account\n")]
    [InlineData("  an-account  another")]
    public void Accounts_are_parted_by_spaces_and_the_end_of_a_block_is_none_of_them(string accounts) =>
        Readings
            .Canvas("""{"metadata":{"event_name":"asset_accessed","root_account_uuid":"an-account"},"body":{}}""", ("accounts", accounts))
            .IsForeign.ShouldBeFalse();

    [Theory]
    [InlineData("course_completed", CompletionKind.Completed)]
    [InlineData("grade_change.system", CompletionKind.Assessed)]
    [InlineData("grade_override", CompletionKind.Assessed)]
    [InlineData("course_grade_change", null)]
    [InlineData("submission_updated", null)]
    [InlineData("asset_accessed", null)]
    [InlineData("enrollment_state_updated.system", null)]
    public void The_vendors_own_samples_mean_what_they_mean(string sample, CompletionKind? expected)
    {
        Assert.SkipWhen(Readings.Samples() is null, "The samples are not beside this repository.");

        var json = File.ReadAllText(Path.Combine(Readings.Samples()!.FullName, "lms", "canvas", $"{sample}.json"));
        var reading = Readings.SignedCanvas(json, JsonNode.Parse(json)!["metadata"]!["root_account_uuid"]!.GetValue<string>());

        reading.Fault.ShouldBeNull();
        reading.Completions.Select(c => (CompletionKind?)c.Kind).FirstOrDefault().ShouldBe(expected);
    }

    private static Completion Completed(string user, string actor, string sisId = "\"2026A.X\"") =>
        Readings.SignedCanvas(CourseCompleted(user, actor, sisId, "\"2026-02-01T10:00:00Z\"")).Completions.ShouldHaveSingleItem();

    private static string CourseCompleted(string user, string actor, string sisId, string completedAt) =>
        $$"""
            {"metadata":{"event_name":"course_completed","event_time":"2026-02-01T10:00:01Z","root_account_id":"40130000000000001",
             "root_account_uuid":"an-account",
              "user_id":"{{actor}}","user_sis_id":"900123456","context_type":"Course","context_id":"40130000000000565"},
             "body":{"user":{"id":"{{user}}","email":"zoe@example.ca","name":"Zoé"},
              "course":{"id":"565","name":"Eau","sis_source_id":{{sisId}}},"progress":{"completed_at":{{completedAt}} } } }
            """;

    private static string GradeChange(string score, string possible, string muted = "false", string complete = "true") =>
        $$"""
            {"metadata":{"event_name":"grade_change","event_time":"2026-02-01T10:00:01Z","root_account_id":"40130000000000001",
             "root_account_uuid":"an-account",
              "user_id":"40130000000000077","user_sis_id":"T-1","context_type":"Course","context_id":"40130000000000565",
              "context_sis_source_id":"2026A.X"},
             "body":{"assignment_id":"40130000000000371","student_id":"40130000000000048","student_sis_id":"900123456",
             "user_id":"40130000000000001",
              "score":{{score}},"points_possible":{{possible}},"grading_complete":{{complete}},"muted":{{muted}} } }
            """;
}
