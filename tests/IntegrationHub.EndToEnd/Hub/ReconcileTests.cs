using IntegrationHub.Api;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Sandbox.Faults;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>What never came is asked for, and who it is about is told by a table.</summary>
[Collection(nameof(OneHub))]
public sealed class ReconcileTests(RunningHub hub) : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_never_came_goes_all_the_way_and_a_second_run_finds_nothing_new()
    {
        var (lost, sent) = (hub.Campus.NewLearner(), hub.Campus.NewLearner());
        await hub.Complete(sent, "CYB120");
        await hub.DoneAwardOf(sent);
        await hub.Campus.Lose("canvas", lost, "CYB120", 92);

        var first = await Run("canvas");
        first.State.ShouldBe("complete");
        first.New.ShouldBeGreaterThanOrEqualTo(1);
        first.Courses.Single(course => course.Id == "503").ShouldSatisfyAllConditions(
            course => course.New.ShouldBe(1),
            course => course.AlreadyThere.ShouldBeGreaterThanOrEqualTo(1));
        await hub.DoneAwardOf(lost);
        hub.Campus.TranscriptOf(lost).ShouldHaveSingleItem();

        await hub.QueuesAreEmpty();
        var second = await Run("canvas");
        second.Courses.Single(course => course.Id == "503").New.ShouldBe(0);
        second.Found.ShouldBe(first.Found);
    }

    [Fact]
    public async Task A_run_without_a_course_is_partial_until_one_compares_it()
    {
        hub.Campus.Fail("canvas", FaultEffect.Status, "courses/504/bulk_user_progress", "GET", status: 404);

        var partial = await Run("canvas");
        partial.State.ShouldBe("partial");
        partial.Courses.Single(course => course.Error is not null).Id.ShouldBe("504");
        (await hub.OpenItems()).ShouldContain(item => item.Cause == "reconciliationPartial" && item.Source == "canvas");

        hub.Campus.Mend();
        (await Run("canvas")).State.ShouldBe("complete");
        (await hub.OpenItems()).ShouldNotContain(item => item.Cause == "reconciliationPartial");
    }

    [Fact]
    public async Task A_loaded_table_says_who_it_is_until_it_is_forgotten()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Campus.Send("moodle", new { learner = learner.Email, course = "RCR101", score = 91 });
        await RunningHub.Until(async () => (await hub.OpenItems()).Any(item =>
            item.Subject?.Contains($"{learner.MoodleId}", StringComparison.Ordinal) == true));

        IdentityTableLine[] lines =
            [new(2, learner.StudentNumber, $"{learner.MoodleId}", null, learner.Email), new(3, "999999999", "1", null, null)];
        (await hub.Api.LoadIdentities(new("lacnord", "moodle", lines, Last: true), None)).Unknown.ShouldBe([3]);
        await hub.DoneAwardOf(learner);

        (await hub.Api.FindIdentity(By("email", learner.Email), None)).StudentNumber.ShouldBe(learner.StudentNumber!);
        (await hub.Api.ForgetIdentity(By("lmsId", $"{learner.MoodleId}"), None)).Forgotten.ShouldBe(1);
        (await hub.Api.ForgetIdentity(By("studentNumber", learner.StudentNumber!), None)).Forgotten.ShouldBe(1);
        var unknown = await Should.ThrowAsync<CliException>(() => hub.Api.FindIdentity(By("email", learner.Email), None));
        unknown.Message.ShouldNotContain(learner.Email);
    }

    public void Dispose() => hub.Campus.Mend();

    private static IdentityRequest By(string kind, string value) => new("lacnord", "moodle", kind, value, null);

    private async Task<ReconciliationResponse> Run(string source)
    {
        var run = await hub.Api.Reconcile(new("lacnord", source, Since: null), None);
        await RunningHub.Until(async () =>
            (run = await hub.Api.Reconciliation(run.Institution, run.Source, run.Id, None)).State != "running");
        return run;
    }
}
