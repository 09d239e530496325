using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Moodle;

public sealed class MoodleOnTheSandbox(CampusThatSends sending) : LmsContract, IClassFixture<CampusThatSends>
{
    private readonly Campus _campus = sending.Campus;

    internal override Hub Hub => _campus.Hub;

    internal override ILms Lms => Hub.Lms("moodle");

    internal override Source Source => _campus.Institution.Sources["moodle"];

    internal override (string Course, string? Assessment, string LmsId) Expected => (
        $"{_campus.Course(0)["moodleId"]}", $"/mod/quiz/view.php?id={_campus.Course(0)["quizCmid"]}", $"{_campus.Learner(0)["moodleId"]}");

    internal override Task<Delivery> Completed() => Send(new());

    internal override Task<Delivery> Assessed() => Send(new() { ["score"] = 85 });

    internal override Task<Delivery> Noise() => Send(new() { ["event"] = "course_viewed" });

    internal override Task<Delivery> Forged() => Send(new() { ["as"] = "forged" });

    internal override byte[] Json(Delivery delivery) => delivery.Body.ToArray();

    internal override Delivery With(Delivery delivery, byte[] json) => delivery with { Body = json };

    [Fact]
    public async Task A_batch_answers_with_an_id_for_each_statement_in_order()
    {
        var delivery = await Send(new() { ["score"] = 85, ["batch"] = 40 });

        var reading = Lms.Read(Source, delivery);

        reading.EventIds.Count.ShouldBe(40);
        reading.EventIds.All(id => Guid.TryParseExact(id, "D", out _)).ShouldBeTrue();
        reading.EventIds.ShouldContain(reading.Completions.ShouldHaveSingleItem().EventId);
        (reading.Ignored.Sum(ignored => ignored.Count) + reading.Completions.Count).ShouldBe(40);
    }

    [Fact]
    public async Task A_repeated_statement_has_the_same_id_though_the_session_differs()
    {
        var delivery = await Completed();
        var again = JsonNode.Parse(delivery.Body.Span)!;
        again[0]!["context"]!["registration"] = Guid.NewGuid().ToString();
        again[0]!["actor"]!["name"] = "Another name";

        var ids = Lms.Read(Source, With(delivery, Encoding.UTF8.GetBytes(again.ToJsonString()))).EventIds;

        ids.ShouldBe(Lms.Read(Source, delivery).EventIds);
    }

    [Fact]
    public async Task A_learner_may_be_named_by_address()
    {
        var reading = Lms.Read(Source, await Send(new() { ["mbox"] = true }));

        reading.Completions.ShouldHaveSingleItem().Learner
            .ShouldHaveSingleItem().ShouldBe(new(LearnerReferenceKind.Email, _campus.Learner(0)["email"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_workflow_of_tool_trigger_comes_through_the_same_source_and_names_the_student()
    {
        var delivery = await Send(new() { ["as"] = "tool_trigger" });

        (await Admits(Source, delivery)).ShouldBeTrue();
        Lms.Read(Source, delivery)
            .Completions.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                completion => completion.Kind.ShouldBe(CompletionKind.Completed),
                completion => completion.Courses.ShouldContain(Expected.Course),
                completion =>
                    completion
                        .Learner[0]
                        .ShouldBe(new(LearnerReferenceKind.StudentNumber, _campus.Learner(0)["studentNumber"]!.GetValue<string>())));
    }

    private Task<Delivery> Send(JsonObject what) => sending.Send("moodle", what);
}
