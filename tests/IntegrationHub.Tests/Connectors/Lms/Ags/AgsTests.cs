using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Ags;

public sealed class AgsTests
{
    private static readonly Source Source = Arrived.Source("ags", "course: C-7\nassessment: final");

    [Fact]
    public void A_final_score_is_an_assessment_of_the_line_item_in_the_settings()
    {
        var completion = Arrived
            .Read(Source, Score("FullyGraded", "Completed"), "application/vnd.ims.lis.v1.score+json")
            .Completions.ShouldHaveSingleItem();

        completion.Kind.ShouldBe(CompletionKind.Assessed);
        completion.Learner.ShouldBe([new(LearnerReferenceKind.LmsId, "301")]);
        completion.Score.ShouldBe(new Score(45, 0, 50));
        completion.Courses.ShouldBe(["C-7"]);
        completion.Assessment.ShouldBe("final");
    }

    [Theory]
    [InlineData("Pending", "Completed", "score:Pending")]
    [InlineData("PendingManual", "Completed", "score:PendingManual")]
    [InlineData("NotReady", "InProgress", "score:NotReady")]
    [InlineData("Failed", "Completed", "score:Failed")]
    [InlineData("FullyGraded", "InProgress", "score:InProgress")]
    [InlineData("FullyGraded", "Started", "score:Started")]
    public void A_provisional_score_is_noise(string grading, string activity, string label)
    {
        var reading = Arrived.Read(Source, Score(grading, activity));

        reading.Completions.ShouldBeEmpty();
        reading.Ignored.ShouldBe([label]);
    }

    [Fact]
    public void A_submitted_and_graded_activity_counts_and_a_later_score_replaces_it() =>
        Arrived.Read(Source, Score("FullyGraded", "Submitted")).Completions.ShouldHaveSingleItem().Attempt.ShouldBeNull();

    [Theory]
    [InlineData("FullyGraded", "Completed")]
    [InlineData("FullyGraded", "Submitted")]
    [InlineData("NotReady", "Initialized")]
    public void A_final_or_reset_score_without_points_takes_the_grade_back(string grading, string activity)
    {
        var graded = Arrived.Read(Source, Score("FullyGraded", "Completed")).Completions.Single();

        foreach (var none in new[] { "\"x\":1", "\"scoreGiven\":null" })
        {
            var cleared = Arrived
                .Read(Source, Score(grading, activity).Replace("\"scoreGiven\":45", none, StringComparison.Ordinal))
                .Completions.ShouldHaveSingleItem();
            cleared.Kind.ShouldBe(CompletionKind.Undone);
            cleared.Score.ShouldBeNull();
            (cleared.Assessment, cleared.Attempt).ShouldBe((graded.Assessment, graded.Attempt));
            cleared.Learner.ShouldBe(graded.Learner);
            cleared.Courses.ShouldBe(graded.Courses);
            cleared.EventId.ShouldNotBe(graded.EventId);
        }
    }

    [Theory]
    [InlineData("Pending", "Submitted")]
    [InlineData("PendingManual", "Completed")]
    [InlineData("Failed", "Completed")]
    [InlineData("NotReady", "Started")]
    [InlineData("NotReady", "InProgress")]
    [InlineData("FullyGraded", "InProgress")]
    public void A_score_under_way_takes_nothing_back(string grading, string activity) =>
        Arrived
            .Read(Source, Score(grading, activity).Replace("\"scoreGiven\":45", "\"scoreGiven\":null", StringComparison.Ordinal))
            .Completions.ShouldBeEmpty();

    [Fact]
    public void An_activity_begun_anew_that_keeps_its_points_is_noise() =>
        Arrived.Read(Source, Score("NotReady", "Initialized")).Ignored.ShouldBe(["score:NotReady"]);

    [Fact]
    public void The_tool_may_say_which_course_and_line_item_beside_the_score_or_around_it()
    {
        var beside =
            Score("FullyGraded", "Completed").TrimEnd()[..^1] + ",\"lineItem\":\"https://lms.example.ca/li/3\",\"contextId\":\"C-9\"}";
        var around =
            "{\"lineItem\":\"https://lms.example.ca/li/3\",\"contextId\":\"C-9\",\"score\":" + Score("FullyGraded", "Completed") + "}";

        foreach (var body in new[] { beside, around })
        {
            var completion = Arrived.Read(Source, body).Completions.ShouldHaveSingleItem();
            completion.Courses.ShouldBe(["C-9"]);
            completion.Assessment.ShouldBe("https://lms.example.ca/li/3");
        }

        Arrived.Read(Source, around).Completions[0].EventId.ShouldBe(Arrived.Read(Source, beside).Completions[0].EventId);
    }

    [Fact]
    public void A_score_sent_again_has_the_same_id_and_a_later_one_another()
    {
        string Id(string body) => Arrived.Read(Source, body).Completions.Single().EventId;
        var score = Score("FullyGraded", "Completed");

        Id(score.Replace("\"comment\":null", "\"comment\":\"bien\"", StringComparison.Ordinal)).ShouldBe(Id(score));
        Id(score.Replace("36.736", "36.737", StringComparison.Ordinal)).ShouldNotBe(Id(score));
    }

    [Theory]
    [InlineData("\"userId\":\"301\"", "userId")]
    [InlineData("\"gradingProgress\":\"FullyGraded\"", "gradingProgress")]
    [InlineData("\"timestamp\":\"2026-04-16T18:54:36.736+00:00\"", "timestamp")]
    public void A_score_that_lacks_what_the_standard_demands_is_kept_for_a_person(string member, string why) =>
        Arrived
            .Read(Source, Score("FullyGraded", "Completed").Replace(member, "\"x\":1", StringComparison.Ordinal))
            .Fault.ShouldNotBeNull()
            .ShouldContain(why);

    [Fact]
    public void Where_nothing_says_the_course_a_person_is_told_what_to_do() =>
        Arrived.Read(Arrived.Source("ags"), Score("FullyGraded", "Completed")).Fault.ShouldNotBeNull().ShouldContain("contextId");

    [Fact]
    public void The_published_sample_is_an_assessment() =>
        Arrived
            .Read(Source, Arrived.Sample("standards/lti_ags.score.json"))
            .Completions.ShouldHaveSingleItem()
            .Score.ShouldBe(new Score(50, 0, 50));

    [Theory]
    [InlineData("FullyGraded")]
    [InlineData("Pending")]
    public void Whatever_arrives_reading_never_throws(string grading) => Arrived.Spoil(Source, Score(grading, "Completed"));

    private static string Score(string grading, string activity) => $$"""
        {"userId":"301","scoreGiven":45,"scoreMaximum":50,"comment":null,"timestamp":"2026-04-16T18:54:36.736+00:00",
         "activityProgress":"{{activity}}","gradingProgress":"{{grading}}"}
        """;
}
