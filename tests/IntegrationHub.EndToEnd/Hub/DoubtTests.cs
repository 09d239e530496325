using IntegrationHub.Api;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>What cannot be read waits, through every process, until a person says what counts.</summary>
[Collection(nameof(OneHub))]
public sealed class DoubtTests(RunningHub hub)
{
    [Fact]
    public async Task An_unreadable_score_waits_and_counts_as_a_person_takes_it()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Campus.Send("json", new { learner = learner.Email, course = "RCR101", score = 91, @case = "score-comma" });

        var item = await Item("uncertainResult", "62,5");
        item.Commands.Select(command => command.Name).ShouldBe(["take", "retry", "discard", "aside"]);
        await hub.Api.Take(item.Institution, item.Id, new("82,5"), CancellationToken.None);

        (await hub.DoneAwardOf(learner)).Percent.ShouldBe(82.5m);
        (await hub.OpenItems()).ShouldNotContain(open => open.Id == item.Id);
    }

    [Fact]
    public async Task A_time_that_cannot_be_is_asked_about_and_what_is_discarded_never_comes_back()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Campus.Send("json", new { learner = learner.Email, course = "RCR101", score = 91, @case = "time-year-9999" });

        var item = await Item("uncertainTime", "9999-12-31T23:59:59+00:00");
        await hub.Api.Discard(item.Institution, item.Id, new("A wrong clock"), CancellationToken.None);

        await RunningHub.Until(async () => (await hub.OpenItems()).All(open => open.Id != item.Id));
        hub.Campus.TranscriptOf(learner).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_grade_of_Canvas_that_is_text_takes_no_award_back()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Complete(learner, "RCR101");
        var award = await hub.DoneAwardOf(learner);

        await hub.Campus.Send("canvas", new { learner = learner.Email, course = "RCR101", score = 60, @case = "score-percent" });

        await Item("uncertainResult", "85%");
        (await hub.AwardOf(learner, _ => true)).State.ShouldBe(award.State);
    }

    private async Task<AttentionItemResponse> Item(string cause, string detail)
    {
        AttentionItemResponse? found = null;
        await RunningHub.Until(async () =>
            (found = (await hub.OpenItems()).FirstOrDefault(item => item.Cause == cause && item.Detail == detail)) is not null);
        return found!;
    }
}
