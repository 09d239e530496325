using IntegrationHub.Api;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>What was earned, taken back, awarded again and stacked, on real storage and over HTTP.</summary>
[Collection(nameof(OneHub))]
public sealed class CorrectionTests(RunningHub hub)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_revocation_reaches_the_transcript_the_badge_and_the_learner_and_can_be_followed_by_a_new_award()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Complete(learner, "CYB120");
        var award = await hub.DoneAwardOf(learner);

        await hub.Api.Act(award.Id, "revoke", new("Wrong section"), Cancellation);
        var revoked = await State(award.Id, "revoked");
        revoked.Reason.ShouldBe("Wrong section");
        hub.Campus.MailOf(learner).ShouldContain(mail => mail.Subject.Contains("révoqué") || mail.Subject.Contains("revoked"));
        hub.Campus.BadgesOf(learner).ShouldAllBe(badge => badge.Revoked);

        await hub.Api.Act(award.Id, "reaward", new("It was the right one"), Cancellation);
        await State($"{award.Id[..^1]}1", "valid");
    }

    [Fact]
    public async Task A_regrade_below_the_threshold_asks_a_person_whose_word_settles_it()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Complete(learner, "DON110", 90);
        var award = await hub.DoneAwardOf(learner);
        await hub.Complete(learner, "DON110", 30);

        await State(award.Id, "inQuestion");
        await RunningHub.Until(async () => (await hub.OpenItems()).Any(item =>
            item.Award == award.Id && item.Cause == "regradeBelowThreshold"));
        await hub.Api.Act(award.Id, "uphold", new(null), Cancellation);

        await State(award.Id, "valid");
        await RunningHub.Until(async () => (await hub.OpenItems()).All(item => item.Award != award.Id));
    }

    [Fact]
    public async Task Two_parts_make_the_milestone_whose_entry_waits_in_the_batch_file()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Complete(learner, "EAU130");
        await hub.Complete(learner, "SOL160");

        AwardResponse? milestone = null;
        await RunningHub.Until(async () =>
        {
            milestone = (await hub.LatestAwards())
                .FirstOrDefault(award => award.Learner == learner.StudentNumber && award.MicroCredential == "sustainable-communities");
            return milestone?.Steps[0].State == "submitted";
        });
        var shown = await hub.Api.Award(milestone!.Id, Cancellation);
        (shown.Path, shown.Credits).ShouldBe(("stacking", 3m));
        shown.Rules.ShouldHaveSingleItem().Sentence.En.ShouldBe("All 2 components are earned.");
    }

    [Fact]
    public async Task A_learner_who_did_not_pass_is_told_what_is_left()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Complete(learner, "DON110", 40);

        await RunningHub.Until(() => Task.FromResult(hub.Campus.MailOf(learner).Count == 1));
        var mail = hub.Campus.MailOf(learner)[0];
        mail.Subject.ShouldContain(learner.Language == "fr" ? "Pas encore" : "Not yet");
        (await hub.LatestAwards()).ShouldNotContain(award => award.Learner == learner.StudentNumber);
    }

    private async Task<AwardResponse> State(string award, string state)
    {
        AwardResponse? shown = null;
        await RunningHub.Until(async () =>
        {
            shown = (await hub.LatestAwards()).FirstOrDefault(found => found.Id == award);
            return shown?.State == state && shown.Steps.All(step => step.State == "done");
        });
        return shown!;
    }
}
