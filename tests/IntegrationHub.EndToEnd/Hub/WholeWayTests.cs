using System.Net;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Canvas;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

[Collection(nameof(OneHub))]
public sealed class WholeWayTests(RunningHub hub)
{
    private static readonly string[] StepNames = ["transcript", "badge", "channel", "learner"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_canvas_completion_goes_all_the_way(int parity)
    {
        var learner = hub.Campus.NewLearner();
        if (learner.MoodleId % 2 != parity)
            learner = hub.Campus.NewLearner();

        await hub.Complete(learner, "CYB120", 95);
        var award = await hub.DoneAwardOf(learner);

        hub.Campus.TranscriptOf(learner)
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                entry => entry.Course.ShouldBe("CYB120"),
                entry => entry.Grade.ShouldBe("P"),
                entry => entry.State.ShouldBe("recorded"));
        var badge = hub.Campus.BadgesOf(learner).ShouldHaveSingleItem();
        badge.Course.Code.ShouldBe("CYB120");
        hub.Campus.CardsOf(award.Id).ShouldHaveSingleItem();
        var mail = hub.Campus.MailOf(learner).ShouldHaveSingleItem();
        mail.Content.ShouldContain($"/badgr/public/assertions/{badge.EntityId}");
        mail.Subject.ShouldContain(learner.Language == "fr" ? "Hygiène en cybersécurité" : "Cybersecurity Hygiene");
    }

    [Fact]
    public async Task One_completion_among_hundreds_of_moodle_statements_goes_all_the_way()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Introduce(learner);

        var answer = (
            await hub.Campus.Send(
                "moodle",
                new
                {
                    learner = learner.Email,
                    course = "RCR101",
                    score = 91,
                    batch = 250,
                })).ShouldHaveSingleItem()!;
        await hub.DoneAwardOf(learner);

        JsonNode.Parse(answer["body"]!.GetValue<string>())!.AsArray().Count.ShouldBe(250);
        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem().Course.ShouldBe("RCR101");
        hub.Campus.BadgesOf(learner).ShouldHaveSingleItem();
        hub.Campus.MailOf(learner).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_a_home_grown_tool_posts_as_a_form_goes_all_the_way()
    {
        var learner = hub.Campus.NewLearner();

        await hub.Campus.Send(
            "json",
            new
            {
                learner = learner.Email,
                course = "RCR101",
                score = 91,
                form = true,
            });
        await hub.DoneAwardOf(learner);

        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem().Course.ShouldBe("RCR101");
        hub.Campus.BadgesOf(learner).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_awards_have_the_shape_that_scripts_rely_on()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Complete(learner, "RCR101");
        await hub.DoneAwardOf(learner);

        var award = (await hub.Raw("/api/awards")).AsArray().Single(one => one!["learner"]!.GetValue<string>() == learner.StudentNumber)!;

        award["id"]!.GetValue<string>().ShouldStartWith("lacnord-");
        award["institution"]!.GetValue<string>().ShouldBe("lacnord");
        award["microCredential"]!.GetValue<string>().ShouldBe("first-aid-cpr");
        var steps = award["steps"]!.AsArray();
        steps.Select(step => step!["name"]!.GetValue<string>()).ShouldBe(StepNames);
        foreach (var step in steps)
        {
            step!["state"]!.GetValue<string>().ShouldBe("done");
            step["attempts"]!.GetValue<int>().ShouldBe(1);
            step["updated"]!.GetValue<DateTimeOffset>().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
            step.AsObject().ContainsKey("error").ShouldBeTrue();
            step["error"].ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_course_without_credit_is_a_non_course_entry_and_one_without_record_writes_none()
    {
        var (solar, relations) = (hub.Campus.NewLearner(), hub.Campus.NewLearner());

        await hub.Complete(solar, "SOL160");
        await hub.Complete(relations, "REL170");
        await hub.DoneAwardOf(solar);
        await hub.DoneAwardOf(relations);

        hub.Campus.NonCourseOf(solar).ShouldHaveSingleItem();
        hub.Campus.TranscriptOf(solar).ShouldBeEmpty();
        hub.Campus.TranscriptOf(relations).ShouldBeEmpty();
        hub.Campus.NonCourseOf(relations).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_event_five_times_at_once_and_again_later_happens_once()
    {
        var learner = hub.Campus.NewLearner();
        var @event = hub.Campus.Signed(hub.Campus.Of<CanvasEvents>().GradeChange(learner, hub.Campus.Course("CYB120"), 95));
        var together = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => hub.Deliver("canvas", @event)));
        var first = await hub.DoneAwardOf(learner);

        var later = await hub.Deliver("canvas", @event);
        await hub.Complete(learner, "CYB120", 97);
        await hub.QueuesAreEmpty();

        together.Append(later).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);

        var award = await hub.DoneAwardOf(learner);
        award.Id.ShouldBe(first.Id);
        award.Steps!.ShouldAllBe(step => step.Attempts == 1);
        hub.Campus.CardsOf(award.Id).ShouldHaveSingleItem();
        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem();
        hub.Campus.BadgesOf(learner).ShouldHaveSingleItem();
        hub.Campus.MailOf(learner).ShouldHaveSingleItem();
    }
}
