using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Blackboard;

public sealed class BlackboardOnTheSandbox(CampusThatSends sending) : IClassFixture<CampusThatSends>
{
    [Fact]
    public async Task A_grade_in_a_nights_batch_is_found_among_the_noise()
    {
        var reading = await Read(new() { ["score"] = 85, ["batch"] = 40 });

        var completion = reading.Completions.ShouldHaveSingleItem();
        completion.Score.ShouldNotBeNull().Percent.ShouldBe(85);
        completion.Courses.ShouldContain($"{sending.Campus.Course(0)["code"]}");
        completion.Assessment.ShouldBe($"_{sending.Campus.Course(0)["assignmentId"]}_1");
        completion.Learner.ShouldContain(
            new LearnerReference(LearnerReferenceKind.StudentNumber, $"{sending.Campus.Learner(0)["studentNumber"]}"));
        reading.Ignored.ShouldBe([new("ViewEvent:Viewed", 39)]);
    }

    [Fact]
    public async Task A_deleted_attempt_takes_back_the_grade_of_that_attempt()
    {
        var graded = (await Read(new() { ["score"] = 85 })).Completions.Single();
        var deleted = (await Read(new() { ["event"] = "attempt_deleted" })).Completions.ShouldHaveSingleItem();

        deleted.Kind.ShouldBe(CompletionKind.Undone);
        (deleted.Assessment, deleted.Attempt).ShouldBe((graded.Assessment, graded.Attempt));
        deleted.Courses.ShouldBe(graded.Courses);
    }

    [Fact]
    public async Task An_overall_grade_is_noise_until_the_source_says_that_it_counts()
    {
        var what = new JsonObject { ["event"] = "course_grade", ["score"] = 91 };

        (await Read(what.DeepClone().AsObject())).Completions.ShouldBeEmpty();
        (await Read(what, ("courseGrades", "count"))).Completions.ShouldHaveSingleItem().Score.ShouldNotBeNull().Percent.ShouldBe(91);
    }

    private async Task<Reading> Read(JsonObject what, params (string Name, string Value)[] settings) =>
        Readings.Read("blackboard", settings)(await sending.Send("blackboard", what));
}
