using IntegrationHub.Api;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Faults;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>Systems around the hub that are down, drop, or say yes and mean no.</summary>
[Collection(nameof(OneHub))]
public sealed class OutageTests(RunningHub hub) : IDisposable
{
    [Fact]
    public async Task While_the_SIS_is_down_the_rest_goes_on_and_the_transcript_follows_by_itself()
    {
        var learner = await Known();
        hub.Campus.Fail("ethos", FaultEffect.Down, downFor: 600);

        await hub.Complete(learner, "CYB120");
        var meanwhile = await hub.AwardOf(learner, award =>
            award.Steps!.All(step => step.State == (step.Name == "transcript" ? "waiting" : "done")));
        var down = meanwhile.Step("transcript")!;
        (hub.Campus.BadgesOf(learner).Count, hub.Campus.CardsOf(meanwhile.Id).Count, hub.Campus.MailOf(learner).Count).ShouldBe((1, 1, 1));
        down.Error.ShouldNotBeNull();
        hub.Campus.TranscriptOf(learner).ShouldBeEmpty();
        await RunningHub.Until(async () => (await SystemsDown()) == 1);

        hub.Campus.Mend();
        await hub.DoneAwardOf(learner);
        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem().State.ShouldBe("recorded");
        await RunningHub.Until(async () => (await SystemsDown()) == 0);
    }

    [Theory]
    [InlineData("ethos", "student-unverified-grades")]
    [InlineData("badgr", "/assertions")]
    [InlineData("teams", "/workflows")]
    [InlineData("graph", "sendMail")]
    public async Task A_connection_that_drops_before_anything_happened_costs_a_second_try(string system, string path)
    {
        var learner = await Known();
        hub.Campus.Fail(system, FaultEffect.Drop, path, "POST", times: 1);

        await hub.Complete(learner, "CYB120");
        var award = await hub.DoneAwardOf(learner);

        EverythingOnce(award, learner);
        Events(award).ShouldContain("postponed");
    }

    [Theory]
    [InlineData("ethos", "student-unverified-grades")]
    [InlineData("badgr", "/assertions")]
    public async Task A_time_out_after_the_effect_repeats_nothing_where_the_other_side_can_be_asked(string system, string path)
    {
        var learner = await Known();
        hub.Campus.Fail(system, FaultEffect.DropAfter, path, "POST", times: 1);

        await hub.Complete(learner, "CYB120");

        EverythingOnce(await hub.DoneAwardOf(learner), learner);
    }

    [Theory]
    [InlineData("teams", "/workflows", "channel")]
    [InlineData("graph", "sendMail", "learner")]
    public async Task A_time_out_after_a_notice_was_sent_repeats_it_under_the_same_id_and_says_so(string system, string path, string step)
    {
        var learner = await Known();
        hub.Campus.Fail(system, FaultEffect.DropAfter, path, "POST", times: 1);

        await hub.Complete(learner, "CYB120");
        var award = await hub.DoneAwardOf(learner);

        var notices =
            step == "channel"
                ? [.. hub.Campus.CardsOf(award.Id).Select(_ => $"{award.Id}/channel")]
                : hub.Campus.MailOf(learner).SelectMany(mail => mail.Headers).Select(header => header.Value).ToList();
        notices.ShouldBe([$"{award.Id}/{step}", $"{award.Id}/{step}"]);
        Events(award).Count(entry => entry == "repeated").ShouldBe(1);
    }

    [Theory]
    [InlineData("ethos", "student-unverified-grades", "transcript", null)]
    [InlineData("badgr", "/assertions", "badge", null)]
    [InlineData("teams", "/workflows", "channel", 413)]
    [InlineData("teams", "/workflows", "channel", 429)]
    [InlineData("graph", "sendMail", "learner", null)]
    public async Task A_yes_that_means_no_is_not_believed(string system, string path, string step, int? inside)
    {
        var learner = await Known();
        hub.Campus.Fail(system, FaultEffect.Lie, path, "POST", status: inside, times: 1);

        await hub.Complete(learner, "CYB120");
        var told = await hub.AwardOf(learner, award => award.Step(step) is { State: "failed" or "waiting" });
        told.Step(step)!.Error.ShouldNotBeNull();
        if (told.Step(step)!.State == "failed")
            await hub.Api.Replay(told.Id, step, CancellationToken.None);

        EverythingOnce(await hub.DoneAwardOf(learner), learner);
    }

    private async Task<int> SystemsDown() => (await hub.OpenItems()).Count(item => item.Cause == "systemDown");

    public void Dispose() => hub.Campus.Mend();

    /// <summary>A learner whom the hub has met: the SIS is not asked who it is.</summary>
    private async Task<Learner> Known()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Api.AddIdentity(
            new("lacnord", "canvas", "studentNumber", learner.StudentNumber!, learner.StudentNumber!),
            CancellationToken.None);
        return learner;
    }

    private void EverythingOnce(AwardResponse award, Learner learner)
    {
        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem();
        hub.Campus.BadgesOf(learner).ShouldHaveSingleItem();
        hub.Campus.CardsOf(award.Id).ShouldHaveSingleItem();
        hub.Campus.MailOf(learner).ShouldHaveSingleItem();
    }

    private static IEnumerable<string> Events(AwardResponse award) => award.Timeline!.Select(entry => entry.Event);
}
