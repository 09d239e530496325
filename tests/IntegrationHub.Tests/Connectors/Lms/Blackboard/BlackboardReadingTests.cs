using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;
using static IntegrationHub.Tests.Connectors.Lms.Caliper.CaliperFixtures;

namespace IntegrationHub.Tests.Connectors.Lms.Blackboard;

public sealed class BlackboardReadingTests
{
    private const string Site = "https://caliper.lms.example.ca/v1/sites/1b9d6bcd";

    [Fact]
    public void A_grade_of_the_nightly_batch_names_learner_course_and_column_by_every_id()
    {
        var completion = One(Attempt());

        completion.Kind.ShouldBe(CompletionKind.Assessed);
        completion.Learner.ShouldBe([
            new(LearnerReferenceKind.StudentNumber, "900123456"),
            new(LearnerReferenceKind.LmsId, "_390_1"),
            new(LearnerReferenceKind.LmsId, "0e9625cd"),
        ]);
        completion.Courses.ShouldBe(["EAU-130", $"{Site}/courses/6d0140f4", "6d0140f4", "_502_1", "EAU-130-2026H"]);
        completion.Assessment.ShouldBe("_31_1");
        completion.Attempt.ShouldBe("2");
        completion.At.ShouldBe(new DateTimeOffset(2026, 2, 1, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void The_possible_points_are_the_columns_where_the_scores_are_zero() =>
        One(Attempt()).Score.ShouldBe(new Score(34, 0, 40));

    [Fact]
    public void A_batch_uid_that_is_not_the_student_number_is_no_student_number() =>
        Readings.Blackboard(Envelope(Attempt()).ToJsonString(), ("studentNumber", "none")).Completions.Single().Learner
            .ShouldContain(new LearnerReference(LearnerReferenceKind.Other, "900123456"));

    [Theory]
    [InlineData("instructor.grade.history.event.attempt.delete", CompletionKind.Undone)]
    [InlineData("instructor.grade.history.event.attempt.clear", CompletionKind.Undone)]
    [InlineData("instructor.grade.history.event.attempt.grade", CompletionKind.Assessed)]
    [InlineData("instructor.grade.history.event.override.grade", CompletionKind.Assessed)]
    [InlineData("instructor.grade.history.event.override.clear", CompletionKind.Assessed)]
    public void A_deleted_attempt_is_taken_back_though_it_bears_points_and_an_override_is_a_regrade(string action, CompletionKind kind)
    {
        var completion = One(Attempt(), grade => grade["generated"]!["extensions"]!["bb:action.name"] = action);

        completion.Kind.ShouldBe(kind);
        (completion.Assessment, completion.Attempt).ShouldBe(("_31_1", "2"));
    }

    [Fact]
    public void A_grade_without_points_is_one_that_was_cleared() =>
        One(Attempt(), grade => grade["generated"]!.AsObject().Remove("scoreGiven")).ShouldSatisfyAllConditions(
            completion => completion.Kind.ShouldBe(CompletionKind.Undone),
            completion => completion.Score.ShouldBeNull());

    [Theory]
    [InlineData("instructor.grade.history.event.attempt.submit")]
    [InlineData("instructor.grade.history.event.attempt.feedback")]
    public void What_was_handed_in_or_commented_without_points_takes_nothing_back(string action) =>
        Readings.Blackboard(With(Attempt(), grade =>
        {
            grade["generated"]!["extensions"]!["bb:action.name"] = action;
            grade["generated"]!.AsObject().Remove("scoreGiven");
        })).Ignored.ShouldBe([new("GradeEvent:Graded")]);

    [Fact]
    public void A_question_of_a_test_is_noise() =>
        Readings
            .Blackboard(With(Attempt(), grade => grade["object"]!["assignable"]!["type"] = "AssessmentItem"))
            .Ignored.ShouldBe([new("GradeEvent:Graded")]);

    [Fact]
    public void The_overall_grade_that_Learn_computes_every_night_counts_only_where_the_source_says_so()
    {
        var json = Envelope(Snapshot(isCourse: true, score: 88)).ToJsonString();

        Readings.Blackboard(json).Ignored.ShouldBe([new("CalculatedGradeSnapshotEvent:Graded")]);

        var completion = Readings.Blackboard(json, ("courseGrades", "count")).Completions.ShouldHaveSingleItem();
        completion.Score.ShouldBe(new Score(88, 0, 100));
        completion.Assessment.ShouldBeNull();
        completion.Attempt.ShouldNotBeNull();
        completion.Courses.ShouldContain("EAU-130");
        completion.Learner.ShouldContain(new LearnerReference(LearnerReferenceKind.StudentNumber, "900123456"));
    }

    [Fact]
    public void An_overall_grade_that_is_gone_is_taken_back_and_any_other_computed_column_is_noise()
    {
        Readings.Blackboard(Envelope(Snapshot(isCourse: true, score: null)).ToJsonString(), ("courseGrades", "count"))
            .Completions.ShouldHaveSingleItem().Kind.ShouldBe(CompletionKind.Undone);
        Readings
            .Blackboard(Envelope(Snapshot(isCourse: false, score: 88)).ToJsonString(), ("courseGrades", "count"))
            .Completions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("assessment-events.1", false)]
    [InlineData("assignable-events", false)]
    [InlineData("calculated-grade-snapshot-events", false)]
    [InlineData("course-group-events", false)]
    [InlineData("grade-events", true)]
    [InlineData("lti-events", false)]
    [InlineData("view-events", false)]
    public void The_vendors_own_samples_mean_what_they_mean(string sample, bool isGrade)
    {
        Assert.SkipWhen(Readings.Samples() is null, "The samples are not beside this repository.");
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Readings.Samples()!.FullName, "lms", "blackboard", $"{sample}.json")))!;

        var reading = Readings.Blackboard((json["data"] is null ? Envelope(json) : json).ToJsonString(), ("courseGrades", "count"));

        reading.Fault.ShouldBeNull();
        reading.Completions.Count.ShouldBe(isGrade ? 1 : 0);
        reading.Ignored.Select(ignored => ignored.Kind).ShouldNotContain("other");
    }

    private static Completion One(JsonObject item, Action<JsonObject>? change = null) =>
        Readings.Blackboard(With(item, change ?? (_ => { }))).Completions.ShouldHaveSingleItem();

    private static JsonObject Attempt()
    {
        var grade = Grade();
        grade["actor"] = new JsonObject { ["id"] = $"{Site}/applications/learn", ["type"] = "SoftwareApplication" };
        grade["object"] = new JsonObject
        {
            ["id"] = $"{Site}/gradableItems/_31_1/attempts/_71_1",
            ["type"] = "Attempt",
            ["assignee"] = User(),
            ["assignable"] = new JsonObject { ["id"] = $"{Site}/gradableItems/_31_1", ["type"] = "Assessment", ["maxScore"] = 40 },
            ["count"] = 2,
        };
        grade["generated"] = new JsonObject
        {
            ["type"] = "Score",
            ["maxScore"] = 0,
            ["scoreGiven"] = 34,
            ["extensions"] = new JsonObject { ["bb:action.name"] = "instructor.grade.history.event.attempt.grade" },
        };
        return InCourse(grade, "group", grade);
    }

    private static JsonObject Snapshot(bool isCourse, decimal? score)
    {
        var snapshot = Event("http://caliper.blackboard.com/caliper/v1/CalculatedGradeSnapshotEvent", "Graded");
        snapshot.Remove("group");
        var column = new JsonObject { ["itemId"] = "_40_1", ["scorePossible"] = 100, ["isCourseGrade"] = isCourse, ["user"] = User() };
        if (score is not null)
            column["score"] = score;
        snapshot["object"] = column;
        return InCourse(snapshot, "course", column);
    }

    private static JsonObject InCourse(JsonObject item, string member, JsonObject under)
    {
        under[member] = new JsonObject
        {
            ["id"] = $"{Site}/courses/6d0140f4",
            ["type"] = "CourseOffering",
            ["extensions"] = new JsonObject { ["bb:course.id"] = "_502_1" },
            ["courseNumber"] = "EAU-130",
        };
        item["membership"] = new JsonObject { ["extensions"] = new JsonObject { ["bb:course.externalId"] = "EAU-130-2026H" } };
        return item;
    }

    private static JsonObject User() => new()
    {
        ["id"] = $"{Site}/users/0e9625cd",
        ["type"] = "Person",
        ["extensions"] = new JsonObject { ["bb:user.id"] = "_390_1", ["bb:user.externalId"] = "900123456" },
    };
}
