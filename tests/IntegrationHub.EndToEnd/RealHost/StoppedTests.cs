using System.Diagnostics;
using System.Net;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Canvas;
using IntegrationHub.Sandbox.Faults;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.RealHost;

/// <summary>
/// A real Azure Functions host is told to end (SIGTERM) under load, or it or its worker is killed (SIGKILL): nothing is lost, nothing
/// doubled.
/// </summary>
[Collection(nameof(RealHost))]
public sealed class StoppedTests(RealHub hub) : IClassFixture<RealHub>
{
    private const int Count = 60;
    private const int Senders = 6;
    private const int SlowMs = 1500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(30);

    /// <summary>The host hides what it has fetched for 10 minutes, also what it had not begun when it was told to end.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(14);

    private int _taken;

    [Fact(Skip = RealHub.Missing, SkipUnless = nameof(RealHub.IsAtHand), SkipType = typeof(RealHub))]
    public Task Told_to_end_the_host_drains() =>
        UnderLoad(async () =>
        {
            var watch = Stopwatch.StartNew();
            hub.Terminate();
            (await hub.Ended()).ShouldBe(0, hub.Log);
            watch.Elapsed.ShouldBeLessThan(LongestDrain);
            TestContext.Current.TestOutputHelper!.WriteLine($"Gone after {watch.Elapsed.TotalSeconds:0.0} s.");
            hub.Campus.Mend();
            await hub.Start();
        });

    [Fact(Skip = RealHub.Missing, SkipUnless = nameof(RealHub.IsAtHand), SkipType = typeof(RealHub))]
    public Task Killed_together_they_leave_what_they_held_to_the_next() =>
        UnderLoad(async () =>
        {
            await hub.Kill();
            hub.Campus.Mend();
            await hub.Start();
        });

    [Fact(Skip = RealHub.Missing, SkipUnless = nameof(RealHub.IsAtHand), SkipType = typeof(RealHub))]
    public Task A_killed_worker_is_replaced_by_the_host() =>
        UnderLoad(async () =>
        {
            using var worker = hub.Worker();
            worker.Kill();
            await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
            hub.Campus.Mend();
        });

    private async Task UnderLoad(Func<Task> kill)
    {
        var writing = hub.Campus.Fail("ethos", FaultEffect.Delay, "student-unverified-grades", "POST", delayMs: SlowMs);
        List<Learner> learners = [.. Enumerable.Range(0, Count).Select(_ => hub.Campus.NewLearner())];
        var load = Task.WhenAll(learners.Chunk(Count / Senders).Select(SendUntilTaken));
        await RunningHub.Until(() => _taken > Count / 3 && hub.Campus.HitsOf(writing) > 0);

        await kill();

        learners.Count(learner => hub.Campus.MailOf(learner).Count == 0).ShouldBeGreaterThan(0, "all work was done before the kill");
        await load;
        await RunningHub.Until(() => learners.All(learner => hub.Campus.MailOf(learner).Count > 0), Lease);
        foreach (var learner in learners)
            await FollowedOnce(learner);
    }

    /// <summary>As an LMS: again and again until the hub has said that it has it.</summary>
    private async Task SendUntilTaken(Learner[] learners)
    {
        foreach (var learner in learners)
        {
            while (!await IsTaken(learner))
                await Task.Delay(Pause);
            Interlocked.Increment(ref _taken);
            await Task.Delay(Pause);
        }
    }

    private async Task<bool> IsTaken(Learner learner)
    {
        var graded = hub.Campus.Of<CanvasEvents>().GradeChange(learner, hub.Campus.Course("CYB120"), 95);
        try
        {
            using var answer = await hub.Deliver("canvas", hub.Campus.Signed(graded));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task FollowedOnce(Learner learner)
    {
        var award = await hub.DoneAwardOf(learner);
        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem().State.ShouldBe("recorded");
        hub.Campus.BadgesOf(learner).ShouldHaveSingleItem();
        // Mail and cards cannot be looked up; a repeat after a kill in between is allowed, and noted.
        hub.Campus.MailOf(learner).Count.ShouldBeInRange(1, 1 + Repeats("learner"));
        hub.Campus.CardsOf(award.Id).Count.ShouldBeInRange(1, 1 + Repeats("channel"));

        int Repeats(string step) => award.Timeline!.Count(entry => entry.Event == "repeated" && entry.Step == step);
    }
}
