using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>What people write for an assessment, by hand or copied from the address bar, is understood, or cannot be one.</summary>
public sealed class AssessmentIdTests
{
    [Theory]
    [InlineData("moodle", "/mod/quiz/view.php?id=8", "/mod/quiz/view.php?id=8")]
    [InlineData("moodle", "mod/quiz/view.php?id=8", "/mod/quiz/view.php?id=8")]
    [InlineData("moodle", "https://lms.example.ca/moodle/mod/assign/view.php?id=8#intro", "/mod/assign/view.php?id=8")]
    [InlineData("moodle", "8", null)]
    [InlineData("moodle", "Examen final", null)]
    [InlineData("moodle", "/course/view.php?id=8", null)]
    [InlineData("canvas", "31", "31")]
    [InlineData("canvas", "outcome:9", "outcome:9")]
    [InlineData("canvas", "https://canvas.example.ca/courses/502/assignments/31?module_item_id=4", "31")]
    [InlineData("canvas", "https://canvas.example.ca/courses/502/quizzes/31", null)]
    [InlineData("canvas", "Final exam", null)]
    [InlineData("openedx", "block-v1:Lac+EAU130+2026+type@sequential+block@a2", "block-v1:Lac+EAU130+2026+type@sequential+block@a2")]
    [InlineData(
        "openedx",
        "https://lms.example.ca/xblock/block-v1:Lac+EAU130+2026+type@sequential+block@a2?show=1",
        "block-v1:Lac+EAU130+2026+type@sequential+block@a2")]
    [InlineData("openedx", "Examen", null)]
    [InlineData("blackboard", "_31_1", "_31_1")]
    [InlineData("blackboard", "https://caliper.lms.example.ca/v1/sites/1b/columns/6d0140f4", "6d0140f4")]
    [InlineData("blackboard", "Final exam", null)]
    [InlineData("brightspace", "12", "12")]
    [InlineData("brightspace", "Gold", null)]
    [InlineData("caliper", "https://lms.example.ca/quizzes/31", "https://lms.example.ca/quizzes/31")]
    [InlineData("caliper", "urn:uuid:6f0f1d1e", "urn:uuid:6f0f1d1e")]
    [InlineData("caliper", "31", null)]
    [InlineData("xapi", "https://lms.example.ca/quizzes/31", "https://lms.example.ca/quizzes/31")]
    [InlineData("xapi", "/mod/quiz/view.php?id=8", "/mod/quiz/view.php?id=8")]
    [InlineData("xapi", "quiz 31", null)]
    [InlineData("json", "anything at all", "anything at all")]
    [InlineData("cloudevents", "anything at all", "anything at all")]
    [InlineData("ags", "anything at all", "anything at all")]
    public void It_is_what_the_events_name_or_nothing(string kind, string written, string? id) =>
        HubKinds.All.Source(kind)!.AssessmentId(written).ShouldBe(id);

    [Fact]
    public void Every_kind_is_looked_at() =>
        typeof(AssessmentIdTests).GetMethod(nameof(It_is_what_the_events_name_or_nothing))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Select(data => (string)((InlineDataAttribute)data).Data[0]!)
            .Distinct()
            .ShouldBe(HubKinds.All.Sources.Select(kind => kind.Name), ignoreOrder: true);
}
