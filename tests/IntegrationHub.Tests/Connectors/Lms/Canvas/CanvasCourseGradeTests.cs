using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Canvas;

public sealed class CanvasCourseGradeTests
{
    [Theory]
    [InlineData("grade_override")]
    [InlineData("grade_change")]
    public void A_final_grade_that_a_teacher_set_is_the_courses_grade_under_either_name_that_Canvas_gives_it(string name)
    {
        var completion = Readings.Canvas(Override("90", "85", name)).Completions.ShouldHaveSingleItem();

        completion.Kind.ShouldBe(CompletionKind.Assessed);
        completion.Assessment.ShouldBeNull();
        completion.Score.ShouldBe(new Score(90, 0, 100));
        completion.Courses.ShouldBe(["565", "2026A.X"]);
        completion.Learner.ShouldBe([new(LearnerReferenceKind.LmsId, "48")]);
        completion.Tenant.ShouldBe(Readings.Account);
    }

    [Fact]
    public void A_final_grade_taken_back_takes_back_the_grade_and_not_the_completed_course()
    {
        var set = Readings.Canvas(Override("90", "null")).Completions.Single();
        var cleared = Readings.Canvas(Override("null", "90")).Completions.ShouldHaveSingleItem();

        cleared.Kind.ShouldBe(CompletionKind.Undone);
        cleared.Score.ShouldBeNull();
        (cleared.Assessment, cleared.Attempt).ShouldBe((set.Assessment, set.Attempt));
        cleared.Attempt.ShouldNotBeNull();
        Readings.Canvas(Override("null", "null")).Completions.ShouldBeEmpty();
    }

    [Fact]
    public void What_Canvas_computes_while_the_course_runs_counts_only_where_the_source_says_so()
    {
        Readings.Canvas(Computed("95", "20")).Ignored.ShouldBe([new("course_grade_change")]);
        Readings.Canvas(Computed("95", "20"), ("courseGrades", "ignore")).Completions.ShouldBeEmpty();
        Readings.Canvas(Computed("95", "20"), ("courseGrades", "cuont")).Completions.ShouldBeEmpty();
        Readings.Canvas(Override("90", "85"), ("courseGrades", "ignore")).Completions.ShouldBeEmpty();

        Readings.Canvas(Override("90", "85"), ("courseGrades", "count")).Completions.ShouldHaveSingleItem();
        Readings
            .Canvas(Computed("95", "20"), ("courseGrades", "count"))
            .Completions.ShouldHaveSingleItem()
            .Score.ShouldBe(new Score(95, 0, 100));
    }

    [Fact]
    public void A_computed_grade_is_the_final_one_and_only_where_it_changed()
    {
        Readings.Canvas(Computed("80", "80"), ("courseGrades", "count")).Completions.ShouldBeEmpty();
        Readings.Canvas(Computed("null", "80"), ("courseGrades", "count")).Completions.ShouldBeEmpty();
        Readings
            .Canvas(Computed("80", "80", "deleted"), ("courseGrades", "count"))
            .Completions.ShouldHaveSingleItem()
            .Kind.ShouldBe(CompletionKind.Undone);
    }

    [Fact]
    public void The_SIS_id_of_another_course_is_not_the_courses() =>
        Readings.Canvas(Override("90", "85").Replace("\"course_id\":\"565\"", "\"course_id\":\"46\"", StringComparison.Ordinal))
            .Completions.Single().Courses.ShouldBe(["46"]);

    [Fact]
    public void A_cleared_grade_takes_back_its_assignments_and_whoever_graded_is_not_the_learner()
    {
        var cleared = Readings.Canvas(Grade("null", "17")).Completions.ShouldHaveSingleItem();

        cleared.Kind.ShouldBe(CompletionKind.Undone);
        cleared.Assessment.ShouldBe("371");
        cleared.Attempt.ShouldBeNull();
        cleared.Learner.ShouldBe([new(LearnerReferenceKind.StudentNumber, "900123456"), new(LearnerReferenceKind.LmsId, "48")]);
        Readings.Canvas(Grade("null", "null")).Completions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("learning_outcome_result_created", "true", true)]
    [InlineData("learning_outcome_result_updated", "false", false)]
    public void A_result_of_an_outcome_is_a_pass_where_it_is_mastered_and_carries_no_score(string name, string mastery, bool passed)
    {
        var completion = Readings.Canvas(Outcome(name, mastery)).Completions.ShouldHaveSingleItem();

        completion.Kind.ShouldBe(CompletionKind.Assessed);
        completion.Assessment.ShouldBe("outcome:97");
        completion.Attempt.ShouldBe("1");
        completion.Passed.ShouldBe(passed);
        completion.Score.ShouldBeNull();
        completion.Courses.ShouldBe(["565", "2026A.X"]);
        completion.Learner.ShouldBe([new(LearnerReferenceKind.LmsId, "uuid:elXwFPr6uKGaiVxchQSs")]);
    }

    [Fact]
    public void A_result_of_an_outcome_that_was_deleted_is_taken_back_and_one_outside_a_course_or_without_mastery_is_noise()
    {
        Readings
            .Canvas(Outcome("learning_outcome_result_updated", "true", state: "deleted"))
            .Completions.Single()
            .ShouldSatisfyAllConditions(
                completion => completion.Kind.ShouldBe(CompletionKind.Undone),
                completion => completion.Passed.ShouldBeNull());
        Readings.Canvas(Outcome("learning_outcome_result_created", "true", context: "Account")).Completions.ShouldBeEmpty();
        Readings.Canvas(Outcome("learning_outcome_result_created", "null")).Completions.ShouldBeEmpty();
    }

    private static string Override(string score, string old, string name = "grade_override") =>
        Live(
            name,
            $$"""{"score_id":"43","enrollment_id":"44","user_id":"48","course_id":"565","grading_period_id":null"""
                + $$""","override_score":{{score}},"old_override_score":{{old}}}"""
        );

    private static string Computed(string score, string old, string state = "active") =>
        Live(
            "course_grade_change",
            $$"""{"user_id":"48","course_id":"565","workflow_state":"{{state}}","current_score":99,"final_score":{{score}}"""
                + $$""","old_final_score":{{old}}}"""
        );

    private static string Grade(string score, string old) =>
        Live(
            "grade_change",
            $$"""{"assignment_id":"40130000000000371","student_id":"40130000000000048","student_sis_id":"900123456","score":{{score}}"""
                + $$""","old_score":{{old}},"points_possible":20,"grading_complete":false,"muted":false}"""
        );

    private static string Outcome(string name, string mastery, string context = "Course", string state = "active") =>
        Live(
            name,
            $$"""{"id":"1","learning_outcome_id":"97","result_context_id":"565","result_context_type":"{{context}}","mastery":{{mastery}}"""
                + $$""","percent":1,"possible":5,"score":5,"attempt":1,"workflow_state":"{{state}}","user_uuid":"elXwFPr6uKGaiVxchQSs"}"""
        );

    private static string Live(string name, string body) =>
        $$"""
            {"metadata":{"event_name":"{{name}}","event_time":"2026-02-01T10:00:01Z","root_account_id":"40130000000000001",
             "root_account_uuid":"{{Readings.Account}}",
              "user_id":"40130000000000077","user_sis_id":"T-1","context_type":"Course","context_id":"40130000000000565",
              "context_sis_source_id":"2026A.X"},
             "body":{{body}} }
            """;
}
