using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.OpenEdx;

/// <summary>Open edX's tracking events as they are, and what event-routing-backends makes of them.</summary>
public sealed class OpenEdxTrackingTests
{
    private static readonly Source Source = Arrived.Source("openedx");

    [Fact]
    public void The_user_of_a_tracking_event_is_the_learner_and_its_actor_only_where_both_are_one()
    {
        Read(Tracking("edx.course.grade.passed.first_time", actor: "42")).Completions.ShouldHaveSingleItem().Learner
            .ShouldBe([new(LearnerReferenceKind.LmsId, "42"), new(LearnerReferenceKind.Login, "zoe.l")]);
        Read(Tracking("edx.course.grade.passed.first_time", actor: "7")).Completions.ShouldHaveSingleItem().Learner
            .ShouldBe([new(LearnerReferenceKind.LmsId, "42")]);
    }

    [Fact]
    public void A_tracking_event_sent_again_has_the_same_id_and_one_of_the_same_answer_another()
    {
        var one = Read(Tracking("edx.course.grade.passed.first_time", "42")).Completions.Single().EventId;

        Read(Tracking("edx.course.grade.passed.first_time", "42")).Completions.Single().EventId.ShouldBe(one);
        Read(Tracking("edx.course.grade.now_failed", "42")).Completions.Single().EventId.ShouldNotBe(one);
    }

    [Fact]
    public void A_pass_that_is_regained_counts_like_the_first()
    {
        var (first, again) = (
            Read(Tracking("edx.course.grade.passed.first_time", "42")).Completions.Single(),
            Read(Tracking("edx.course.grade.now_passed", "42")).Completions.ShouldHaveSingleItem());


        (again.Kind, again.Passed).ShouldBe((CompletionKind.Completed, true));
        again.Learner.ShouldBe(first.Learner);
        again.Courses.ShouldBe(first.Courses);
        again.EventId.ShouldNotBe(first.EventId);
    }

    [Fact]
    public void A_tracking_event_out_of_a_log_bears_its_data_as_text()
    {
        var logged = JsonNode.Parse(Tracking("edx.course.grade.passed.first_time", "42"))!.AsObject();
        logged["event"] = logged["data"]!.ToJsonString();
        logged.Remove("data");

        Read(logged.ToJsonString()).Completions.ShouldHaveSingleItem().Courses.ShouldBe(["course-v1:Lac+EAU130+2026"]);
    }

    [Theory]
    [InlineData("raw.grade.passed.first_time", CompletionKind.Completed, true)]
    [InlineData("raw.grade.now_failed", CompletionKind.Undone, null)]
    [InlineData("raw.course.grade_calculated.letter", CompletionKind.Assessed, null)]
    [InlineData("raw.course.grade_calculated.noletter", null, null)]
    [InlineData("raw.subsection.grade_calculated", CompletionKind.Assessed, null)]
    [InlineData("raw.block_completion.changed", null, null)]
    [InlineData("raw.enrollment.deactivated", null, null)]
    [InlineData("raw.problem.submitted", null, null)]
    [InlineData("xapi.grade.passed.first_time", CompletionKind.Completed, true)]
    [InlineData("xapi.course.grade_calculated.noletter", null, null)]
    [InlineData("xapi.block_completion.changed", null, null)]
    [InlineData("xapi.enrollment.deactivated", null, null)]
    [InlineData("xapi.problem.submitted", null, null)]
    [InlineData("caliper.grade.passed.first_time", CompletionKind.Completed, true)]
    [InlineData("caliper.complete_video", null, null)]
    [InlineData("caliper.enrollment.deactivated", null, null)]
    [InlineData("caliper.problem_check.server", null, null)]
    public void The_published_samples_mean_what_they_mean(string sample, CompletionKind? kind, bool? passed)
    {
        var json = Arrived.Sample($"openedx/{sample}.json");
        var reading = Arrived.Read(Source, Delivered(sample, json));

        reading.Fault.ShouldBeNull();
        reading.Completions.Select(completion => (CompletionKind?)completion.Kind).SingleOrDefault().ShouldBe(kind);
        reading.Completions.ShouldAllBe(completion =>
            completion.Courses.Contains("course-v1:edX+DemoX+Demo_Course") && completion.Passed == passed);
        (reading.Completions.Count + reading.Ignored.Count).ShouldBe(1);
    }

    [Theory]
    [InlineData("raw.subsection.grade_calculated")]
    [InlineData("raw.problem.submitted")]
    [InlineData("caliper.grade.passed.first_time")]
    [InlineData("caliper.complete_video")]
    public void Spoilt_samples_never_throw_and_never_complete_what_was_noise(string sample) =>
        Arrived.Spoil(Source, Arrived.Sample($"openedx/{sample}.json"));

    [Fact]
    public void A_subsection_grade_has_the_graded_points_and_the_block_as_assessment()
    {
        var completion = Arrived
            .Read(Source, Arrived.Sample("openedx/raw.subsection.grade_calculated.json"))
            .Completions.ShouldHaveSingleItem();

        completion.Score.ShouldBe(new Score(3, 0, 3));
        completion.Learner.ShouldBe([new(LearnerReferenceKind.LmsId, "4")]);
        completion.Assessment.ShouldNotBeNull().ShouldStartWith("block-v1:");
    }

    [Fact]
    public void Caliper_in_an_envelope_is_answered_with_an_empty_body()
    {
        var reading = Read(
            $$"""
            {"sensor":"https://edx.example.ca/","sendTime":"2026-01-31T20:28:12Z",
             "dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p2","data":[{{Caliper}}]}
            """);

        reading.Answer.ShouldBe(AnswerForm.Empty);
        var completion = reading.Completions.ShouldHaveSingleItem();
        completion.Passed.ShouldBe(true);
        completion.Learner.ShouldBe([
            new(LearnerReferenceKind.LmsId, "32e08e30"),
            new(LearnerReferenceKind.Other, "https://edx.example.ca/user/32e08e30"),
        ]);
        completion.Courses.ShouldBe(["course-v1:Lac+EAU130+2026", "https://edx.example.ca/course/course-v1:Lac+EAU130+2026"]);
    }

    private const string Caliper = """
        {"@context":"http://purl.imsglobal.org/ctx/caliper/v1p2","id":"urn:uuid:1f3c6e2a-a1a5-11ed-afe6-0242ac140007","type":"Event",
         "action":"Completed",
         "actor":{"id":"https://edx.example.ca/user/32e08e30","type":"Person"},"eventTime":"2026-01-31T20:28:12.000Z",
         "object":{"id":"https://edx.example.ca/course/course-v1:Lac+EAU130+2026","type":"CourseOffering"} }
        """;

    private static Reading Read(string body) => Arrived.Read(Source, body);

    private static Delivery Delivered(string sample, string json) => sample.StartsWith("xapi", StringComparison.Ordinal)
        ? Arrived.Delivery(json, "application/json", ("X-Experience-API-Version", "1.0.3"))
        : Arrived.Delivery(json);

    private static string Tracking(string name, string actor) => $$"""
            {"name":"{{name}}","timestamp":"2026-01-31T20:28:12.917775+00:00","context":{"course_id":"course-v1:Lac+EAU130+2026",
             "user_id":{{actor}},"username":"zoe.l"},
         "data":{"course_id":"course-v1:Lac+EAU130+2026","user_id":42} }
        """;
}
