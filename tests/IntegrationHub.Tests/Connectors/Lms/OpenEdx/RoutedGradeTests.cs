using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.OpenEdx;

/// <summary>Grades that event-routing-backends sends as statements mean what their tracking events mean.</summary>
public sealed class RoutedGradeTests
{
    private const string Course = "course-v1:Lac+EAU130+2026";
    private const string Block = "block-v1:Lac+EAU130+2026+type@sequential+block@a2184f8e";

    private static readonly Source Source = Arrived.Source("openedx");

    [Fact]
    public void A_course_grade_counts_once_it_has_a_letter()
    {
        var graded = Read(Earned($"course/{Course}", """{"score":{"raw":0.91,"min":0,"max":1},"extensions":{"LETTER":"A"} }"""));
        var completion = graded.Completions.ShouldHaveSingleItem();
        (completion.Kind, completion.Score, completion.Letter, completion.Assessment).ShouldBe(
            (CompletionKind.Assessed, new Score(0.91m, 0, 1), "A", null));
        completion.Courses[0].ShouldBe(Course);

        Read(Earned($"course/{Course}", """{"score":{"raw":0.91,"min":0,"max":1} }""")).Ignored.ShouldBe([new("earned")]);
        Read(Earned($"course/{Course}", """{"extensions":{"LETTER":"A"} }""")).Ignored.ShouldBe([new("earned")]);
    }

    [Fact]
    public void A_subsections_grade_is_of_the_block_that_offerings_name()
    {
        var completion = Read(Earned($"xblock/{Block}", """{"score":{"raw":3,"min":0,"max":4},"success":true}"""))
            .Completions.ShouldHaveSingleItem();

        (completion.Kind, completion.Score, completion.Assessment).ShouldBe((CompletionKind.Assessed, new Score(3, 0, 4), Block));
        completion.Courses[0].ShouldBe(Course);
    }

    [Fact]
    public void Failed_after_passed_takes_back_as_the_tracking_event_does()
    {
        var (passed, failed) = (
            Read(Earned($"course/{Course}", """{"success":true}""", "http://adlnet.gov/expapi/verbs/passed")),
            Read(Earned($"course/{Course}", """{"success":false}""", "http://adlnet.gov/expapi/verbs/failed")));

        passed.Completions.Single().ShouldSatisfyAllConditions(
            completion => completion.Kind.ShouldBe(CompletionKind.Completed),
            completion => completion.Passed.ShouldBe(true));
        failed.Completions.Single().Kind.ShouldBe(CompletionKind.Undone);
    }

    [Theory]
    [InlineData("lms/xapi.course.grade_calculated.letter.json", null)]
    [InlineData("lms/xapi.subsection.grade_calculated.json", "block-v1:")]
    public void Others_payloads_count(string file, string? assessment)
    {
        var json = Readings.CaseFile(file);
        var completion = Read(json).Completions.ShouldHaveSingleItem();

        completion.Kind.ShouldBe(CompletionKind.Assessed);
        (completion.Assessment?.StartsWith(assessment ?? "", StringComparison.Ordinal) ?? assessment is null).ShouldBeTrue();
    }

    [Theory]
    [InlineData("lms/openedx-xapi-problem_check-multiple-questions.json")]
    [InlineData("lms/openedx-xapi-problem_check-browser.json")]
    public void A_problem_that_nothing_rests_on_is_noise_and_takes_no_pass_down(string file)
    {
        var passed = Earned($"course/{Course}", """{"success":true}""", "http://adlnet.gov/expapi/verbs/passed");

        var reading = Read($"[{Readings.CaseFile(file).Trim().TrimStart('[').TrimEnd(']')},{passed}]");

        (reading.Fault, reading.Damaged.Count, reading.Completions.Count).ShouldBe((null, 0, 1));
    }

    private static Reading Read(string json) => Arrived.Lms("openedx").Read(
        Source,
        Arrived.Delivery(json, "application/json", ("X-Experience-API-Version", "1.0.3")));

    private static string Earned(string path, string result, string verb = "http://id.tincanapi.com/verb/earned") => $$"""
        {"id":"375b9512-1f1c-541d-96da-0d4eeff13116","actor":{"account":{"homePage":"https://lms.example.ca","name":"32e08e30"} },
         "verb":{"id":"{{verb}}"},"timestamp":"2026-02-01T10:00:00Z",
         "object":{"id":"https://lms.example.ca/{{path}}","objectType":"Activity","definition":{
          "type":"{{(path.StartsWith('c')
              ? "http://adlnet.gov/expapi/activities/course"
              : "http://id.tincanapi.com/activitytype/resource")}}"} },
         "context":{"contextActivities":{"parent":[{"id":"https://lms.example.ca/course/{{Course}}",
          "definition":{"type":"http://adlnet.gov/expapi/activities/course"} }]} },
         "result":{{result.Replace("LETTER", "http://www.tincanapi.co.uk/activitytypes/grade_classification", StringComparison.Ordinal)}} }
        """;
}
