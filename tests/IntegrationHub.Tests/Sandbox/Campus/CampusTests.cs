using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Sandbox.Campus;

public class CampusTests
{
    [Fact]
    public async Task No_two_learners_or_courses_share_an_id()
    {
        await using var sandbox = await SandboxHost.StartAsync(null, "--Sandbox:ExtraLearners=50");
        var campus = await sandbox.GetJsonAsync("/campus");

        foreach (var (list, fields) in new[]
            {
                ("learners", new[] { "person", "studentNumber", "email", "canvasId", "moodleId" }),
                ("courses", ["code", "canvasId", "canvasSisId", "assignmentId", "moodleId", "quizCmid", "section", "badgeClass"]),
            })
        foreach (var field in fields)
            campus[list]!.AsArray().Select(item => item![field]?.ToString()).Where(id => id is not null).ShouldBeUnique();
        campus["learners"]!.AsArray().Count.ShouldBe(64);
    }

    [Fact]
    public async Task Some_LMS_users_are_unknown_to_the_SIS()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var unknown = (await sandbox.GetJsonAsync("/campus"))["learners"]!.AsArray().Where(learner => learner!["person"] is null).ToList();

        unknown.Count.ShouldBe(2);
        unknown.ShouldAllBe(learner => learner!["studentNumber"] == null && learner["canvasId"] is JsonValue);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/transcript")]
    [InlineData("/badges")]
    [InlineData("/teams")]
    [InlineData("/mailbox")]
    public async Task Every_page_exists_in_French_and_English(string path)
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var french = await sandbox.Client.GetStringAsync(path);
        var english = await sandbox.Client.GetStringAsync($"{path}?lang=en");

        french.ShouldContain("<html lang=\"fr\">");
        french.ShouldContain("Lac-Nord");
        english.ShouldContain("<html lang=\"en\">");
        english.ShouldContain("North Lake College");
    }

    [Fact]
    public async Task The_card_renderer_is_served_from_the_program_itself()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        (await sandbox.Client.GetStringAsync("/assets/adaptivecards.js")).ShouldContain("AdaptiveCards");
    }
}
