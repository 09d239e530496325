using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Outside;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Moodle;

/// <summary>A score is the learner's at that moment: graded, released, and the attempt's own.</summary>
public sealed class MoodleGradingTests(CampusThatSends sending) : IClassFixture<CampusThatSends>
{
    private readonly Campus _campus = sending.Campus;

    [Fact]
    public async Task An_essay_that_no_teacher_has_graded_is_no_result()
    {
        var reading = Read(await sending.Send("moodle", new() { ["event"] = "essay_submitted", ["questions"] = 2 }));

        reading.Completions.ShouldBeEmpty();
        reading.Ignored.ShouldContain(new IgnoredEvents("ungraded:completed:mod_quiz.attempt_submitted"));
        reading.EventIds.Count.ShouldBe(3);
    }

    [Fact]
    public async Task One_essay_among_other_questions_leaves_the_attempt_ungraded_and_other_attempts_as_they_are()
    {
        var essay = JsonNode.Parse((await sending.Send("moodle", new() { ["event"] = "essay_submitted" })).Body.Span)!.AsArray();
        var quiz = JsonNode.Parse((await sending.Send("moodle", new() { ["score"] = 85, ["questions"] = 3 })).Body.Span)!.AsArray();
        var both = new JsonArray([.. essay.Concat(quiz).Select(statement => statement!.DeepClone())]);

        Read(Deliver(both)).Completions.ShouldHaveSingleItem().Score!.Percent.ShouldBe(85);
    }

    [Theory]
    [InlineData(@"\mod_assign\event\submission_graded")]
    [InlineData(@"\core\event\user_graded")]
    public async Task A_grade_that_a_teacher_took_back_takes_the_result_back(string name)
    {
        var sent = JsonNode.Parse((await sending.Send("moodle", new() { ["score"] = 85 })).Body.Span)!.AsArray()[0]!.DeepClone();
        sent["verb"]!["id"] = "https://w3id.org/xapi/tla/verbs/scored";
        sent["result"] = new JsonObject { ["success"] = false };
        sent["context"]!["extensions"]!["http://lrs.learninglocker.net/define/extensions/info"]!["event_name"] = name;

        var completion = Read(Deliver(new JsonArray(sent))).Completions.ShouldHaveSingleItem();

        (completion.Kind, completion.Score).ShouldBe((CompletionKind.Undone, null));
        completion.Assessment.ShouldBe($"/mod/quiz/view.php?id={_campus.Course(0)["quizCmid"]}");
    }

    [Fact]
    public async Task An_attempt_counts_with_its_own_points_not_with_the_gradebook_s()
    {
        await Lose(1, learner: 0, score: 91);
        var told = Submitted(await sending.Send("moodle", Sent(1, learner: 0, score: 40)));

        var gradebook = told with { Score = new(91, 0, 100) }; // As the plugin reads it a moment later.

        (await Now(gradebook)).ShouldNotBeNull().Score!.Percent.ShouldBe(40);
        (await Now(gradebook))!.EventId.ShouldBe(told.EventId);
    }

    [Theory]
    [InlineData("marking")]
    [InlineData("hidden")]
    [InlineData("ungraded")]
    public async Task What_the_learner_cannot_see_yet_does_not_count_until_it_is_released(string state)
    {
        var told = Submitted(await sending.Send("moodle", Sent(2, learner: 1, score: 91)));

        await Desk(2, learner: 1, state);
        (await Now(told)).ShouldBeNull();
        await Desk(2, learner: 1, "released");
        (await Now(told)).ShouldNotBeNull().Score!.Percent.ShouldBe(91);
    }

    [Fact]
    public async Task What_a_teacher_wrote_over_it_counts()
    {
        var told = Submitted(await sending.Send("moodle", Sent(3, learner: 1, score: 91)));

        await Desk(3, learner: 1, "overridden", score: 60);

        (await Now(told)).ShouldNotBeNull().Score!.Percent.ShouldBe(60);
    }

    [Fact]
    public async Task A_graded_question_tells_of_its_attempt_and_Moodle_of_the_points()
    {
        var told = Submitted(await sending.Send("moodle", Sent(4, learner: 1, score: 91)));

        var now = (await Now(told with { EventName = @"\mod_quiz\event\question_manually_graded", Score = null })).ShouldNotBeNull();

        (now.Attempt, now.Score!.Percent).ShouldBe((told.Attempt, 91));
    }

    private Reading Read(Delivery delivery) => _campus.Hub.Lms("moodle").Read(_campus.Institution.Sources["moodle"], delivery);

    private Completion Submitted(Delivery delivery) => Read(delivery).Completions.ShouldHaveSingleItem();

    private static Delivery Deliver(JsonArray statements) => Readings.Delivery(statements.ToJsonString(), "1.0.3");

    private JsonObject Sent(int course, int learner, int score) => new()
    {
        ["course"] = _campus.Course(course)["code"]!.ToString(),
        ["learner"] = _campus.Learner(learner)["email"]!.ToString(),
        ["score"] = score,
    };

    private Task Lose(int course, int learner, int score) => Post("lose/moodle", Sent(course, learner, score));

    private Task Desk(int course, int learner, string state, int? score = null)
    {
        var work = Sent(course, learner, 0);
        (work["state"], work["score"]) = (state, score);
        return Post("moodle/desk", work);
    }

    private async Task Post(string path, JsonObject what) =>
        (await _campus.Http.PostAsJsonAsync(path, what, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    private Task<Completion?> Now(Completion told)
    {
        var (storage, pipeline) = (new InMemoryStorage(), new IntegrationHub.Testing.Pipeline.Campus());
        var gateway = new OutboundGateway(
            new(storage, new(), TimeProvider.System),
            new AttentionRaiser(storage, new(storage, storage, pipeline, TimeProvider.System), pipeline, TimeProvider.System),
            TimeProvider.System);
        var paced = new PacedConnection(gateway, _campus.Institution, _campus.Api("moodle") with { Rate = 1000 });
        return _campus.Hub.Api("moodle").Now(paced, told, TestContext.Current.CancellationToken);
    }
}
