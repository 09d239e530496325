using Azure.Data.Tables;
using IntegrationHub.Api;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Faults;
using IntegrationHub.Sandbox.Graph;
using IntegrationHub.Sandbox.Teams;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Kill;

/// <summary>The hub is killed in the middle of a stage and started again: laws 1 and 2 at work.</summary>
[Collection(nameof(Alone))]
public sealed class KillTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private const string Submission = "student-unverified-grades";
    private const string Award = "/assertions";
    private const int ForEver = 600_000;

    private readonly int _cards = hub.Campus.Of<Channel>().All().Count;

    [Fact]
    public async Task Killed_right_after_the_webhook_said_200()
    {
        var learner = hub.Campus.NewLearner();

        await hub.Complete(learner, "CYB120");
        await hub.Kill();
        await hub.Start();

        var award = await EverythingFollows(learner);
        hub.Campus.CardsOf(award.Id).ShouldHaveSingleItem();
        hub.Campus.MailOf(learner).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Killed_while_it_asks_who_the_learner_is()
    {
        var learner = hub.Campus.NewLearner();

        await KilledDuring(learner, hub.Campus.Fail("ethos", FaultEffect.Delay, "/persons", "GET", delayMs: ForEver));

        var award = await EverythingFollows(learner);
        hub.Campus.CardsOf(award.Id).ShouldHaveSingleItem();
        hub.Campus.MailOf(learner).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("ethos", Submission, false)]
    [InlineData("ethos", Submission, true)]
    [InlineData("badgr", Award, false)]
    [InlineData("badgr", Award, true)]
    public async Task Killed_while_it_writes_to_a_system_that_can_be_asked(string system, string path, bool itTookEffect)
    {
        var learner = hub.Campus.NewLearner();

        await KilledDuring(learner, hub.Campus.Fail(system, When(itTookEffect), path, "POST", delayMs: ForEver));

        var award = await EverythingFollows(learner);
        hub.Campus.CardsOf(award.Id).ShouldHaveSingleItem();
        hub.Campus.MailOf(learner).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Killed_while_it_tells_the_channel(bool itTookEffect, int cards)
    {
        var learner = hub.Campus.NewLearner();

        await KilledDuring(learner, hub.Campus.Fail("teams", When(itTookEffect), method: "POST", delayMs: ForEver));

        var award = await EverythingFollows(learner);
        hub.Campus.CardsOf(award.Id).Count.ShouldBe(cards);
        Repeats(award, "channel").ShouldBe(1);
        hub.Campus.MailOf(learner).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Killed_while_it_writes_to_the_learner(bool itTookEffect, int mails)
    {
        var learner = hub.Campus.NewLearner();

        await KilledDuring(learner, hub.Campus.Fail("graph", When(itTookEffect), "sendMail", "POST", delayMs: ForEver));

        var award = await EverythingFollows(learner);
        var mail = hub.Campus.MailOf(learner);
        mail.Count.ShouldBe(mails);
        mail.SelectMany(NoticeIds).ShouldAllBe(id => id == $"{award.Id}/learner");
        Repeats(award, "learner").ShouldBe(1);
        hub.Campus.CardsOf(award.Id).ShouldHaveSingleItem();
    }

    private async Task KilledDuring(Learner learner, FaultState fault)
    {
        await hub.Complete(learner, "CYB120");
        await RunningHub.Until(() => hub.Campus.HitsOf(fault) > 0);
        if (fault.Rule.Effect == FaultEffect.DelayAfter)
            await RunningHub.Until(() => HadItsEffect(learner, fault.Rule.System));
        await hub.Kill();
        hub.Campus.Mend();
        await hub.Start();
    }

    private static FaultEffect When(bool itTookEffect) => itTookEffect ? FaultEffect.DelayAfter : FaultEffect.Delay;

    private bool HadItsEffect(Learner learner, string system) => system switch
    {
        "ethos" => hub.Campus.TranscriptOf(learner).Count > 0,
        "badgr" => hub.Campus.BadgesOf(learner).Count > 0,
        "graph" => hub.Campus.MailOf(learner).Count > 0,
        _ => hub.Campus.Of<Channel>().All().Count > _cards,
    };

    /// <summary>Once in the SIS and on the badge platform, the award done, nothing open, nothing queued.</summary>
    private async Task<AwardResponse> EverythingFollows(Learner learner)
    {
        var award = await hub.DoneAwardOf(learner);
        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem().State.ShouldBe("recorded");
        hub.Campus.BadgesOf(learner).ShouldHaveSingleItem();
        await hub.QueuesAreEmpty();
        var open = new TableClient(hub.Storage, "open");
        await RunningHub.Until(() => !open.Query<TableEntity>().Any());
        return await hub.DoneAwardOf(learner);
    }

    private static int Repeats(AwardResponse award, string step) =>
        award.Timeline!.Count(entry => entry.Event == "repeated" && entry.Step == step);

    private static IEnumerable<string> NoticeIds(Mail mail) =>
        mail.Headers.Where(header => header.Name.Contains("notice", StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);
}
