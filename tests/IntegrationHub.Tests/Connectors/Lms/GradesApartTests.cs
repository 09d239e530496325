using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>Of which kinds a completed course without a result misses nothing, for its grade comes by itself.</summary>
public sealed class GradesApartTests
{
    [Theory]
    [InlineData("canvas", "", true)]
    [InlineData("canvas", "courseGrades: count", true)]
    [InlineData("canvas", "courseGrades: ignore", false)]
    [InlineData("openedx", "", true)]
    [InlineData("moodle", "", false)]
    [InlineData("brightspace", "", false)]
    [InlineData("caliper", "", false)]
    [InlineData("xapi", "", false)]
    [InlineData("json", "completedWhen: done", false)]
    [InlineData("json", "completedWhen: done\nassessedWhen: graded", true)]
    [InlineData("json", "completedWhen: done\nassessedWhen: *", true)]
    [InlineData("cloudevents", "completedWhen: done", false)]
    public void It_is_known_of_each(string kind, string settings, bool apart) =>
        Arrived.Lms(kind).GradesApart(Arrived.Source(kind, settings)).ShouldBe(apart);

    [Theory]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e", true)]
    [InlineData("6g4hxlv5q7eyoevmunfovewzgq3akhyc", false)]
    public void Statements_of_Moodles_plugin_bear_grades_and_its_bare_events_do_not(string eventId, bool apart) =>
        Arrived.Lms("moodle").GradesApart(Arrived.Source("moodle"), OneInstitution.Assessed(1, eventId)).ShouldBe(apart);

    [Fact]
    public void Of_cmi5_a_pass_comes_beside_the_completion()
    {
        var completion = Readings.XApi(
            """
            {"actor":{"mbox":"mailto:zoe@example.ca"},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},
             "object":{"id":"https://lms.example.ca/course/7","definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course"}},
             "context":{"registration":"ec531277-b57b-4c15-8d91-d292c5b2b8f7",
              "contextActivities":{"category":[{"id":"https://w3id.org/xapi/cmi5/context/categories/cmi5"}]}},
             "timestamp":"2026-02-01T10:00:00Z"}
            """).Completions.ShouldHaveSingleItem();

        Arrived.Lms("xapi").GradesApart(Arrived.Source("xapi"), completion).ShouldBeTrue();
    }
}
