using IntegrationHub.Api;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Sandbox.Faults;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>What people settle, and what goes on by itself once they have.</summary>
[Collection(nameof(OneHub))]
public sealed class PeopleTests(RunningHub hub) : IDisposable
{
    [Fact]
    public async Task A_failed_step_says_why_and_is_done_by_a_replay_once_the_cause_is_gone()
    {
        var learner = hub.Campus.NewLearner();
        hub.Campus.Fail("ethos", FaultEffect.Status, "student-unverified-grades", "POST", status: 400);

        await hub.Complete(learner, "CYB120");
        var failed = await hub.AwardOf(learner, award => award.HasFailed && award.IsSettled);
        failed.Step("transcript")!.Error!.ShouldContain("400");
        failed.Steps!.Where(step => step.Name != "transcript").ShouldAllBe(step => step.State == "done");
        await RunningHub.Until(async () => (await hub.OpenItems()).Any(item => item.Cause == "stepFailed" && item.Award == failed.Id));

        hub.Campus.Mend();
        await hub.Api.Replay(failed.Id, null, CancellationToken.None);

        await hub.DoneAwardOf(learner);
        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem();
        (await hub.OpenItems()).ShouldNotContain(item => item.Award == failed.Id);
    }

    [Fact]
    public async Task Completions_of_an_unknown_learner_wait_and_go_on_when_somebody_says_who_it_is()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Campus.Send(
            "moodle",
            new
            {
                learner = learner.Email,
                course = "RCR101",
                score = 91,
            });
        await hub.Campus.Send(
            "moodle",
            new
            {
                learner = learner.Email,
                course = "RCR101",
                score = 92,
            });
        await RunningHub.Until(async () =>
            (await hub.OpenItems()).Any(item =>
                item.Cause == "unknownLearner" && item.Count == 2 && item.Subject!.Contains($"{learner.MoodleId}", StringComparison.Ordinal)
            ));

        (await Should.ThrowAsync<CliException>(() => Identify(learner.MoodleId, "999999999"))).Message.ShouldContain("422");
        await Identify(learner.MoodleId, learner.StudentNumber!);

        await hub.DoneAwardOf(learner);
        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem();
        await RunningHub.Until(async () =>
            (await hub.OpenItems()).All(item =>
                item.Cause != "unknownLearner" || !item.Subject!.Contains($"{learner.MoodleId}", StringComparison.Ordinal)));
    }

    public void Dispose() => hub.Campus.Mend();

    private Task<IdentityResponse> Identify(long moodleId, string studentNumber) =>
        hub.Api.AddIdentity(new("lacnord", "moodle", "lmsId", $"{moodleId}", studentNumber), CancellationToken.None);
}
