using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Azure.Data.Tables;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Canvas;
using IntegrationHub.Sandbox.Faults;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Kill;

/// <summary>
/// The hub is told to end (SIGTERM) in the middle of a load and started again: it drains, nothing is lost, nothing doubled.
/// </summary>
[Collection(nameof(Alone))]
public sealed class DrainTests(PatientHub hub) : IClassFixture<PatientHub>
{
    private const string Submission = "student-unverified-grades";
    private const int Most = 240;
    private const int Senders = 6;
    private const int EnoughTaken = 30;
    private const int SlowMs = 1500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(30);

    private readonly ConcurrentBag<Learner> _taken = [];
    private readonly ConcurrentBag<Learner> _notTaken = [];

    [Fact]
    public async Task Told_to_end_under_load_it_finishes_what_it_took_and_nothing_is_lost_or_doubled()
    {
        var writing = hub.Campus.Fail("ethos", FaultEffect.Delay, Submission, "POST", delayMs: SlowMs);
        var load = Task.WhenAll(Learners(Most).Chunk(Most / Senders).Select(SendUntilRefused));
        await RunningHub.Until(() => _taken.Count >= EnoughTaken && hub.Campus.HitsOf(writing) > 0);
        var (atTheDoor, body) = await HalfADelivery();

        var watch = Stopwatch.StartNew();
        hub.Terminate();
        await load;
        body.GoOn();
        await atTheDoor;
        (await hub.Ended()).ShouldBe(0, hub.Log);
        watch.Elapsed.ShouldBeLessThan(LongestDrain);

        _notTaken.ShouldNotBeEmpty("the load was over before the signal came");
        _taken.Count(learner => hub.Campus.MailOf(learner).Count == 0).ShouldBeGreaterThan(0, "all work was done before the signal came");
        StepsInWork().ShouldBeEmpty("what was begun was not ended");

        hub.Campus.Mend();
        await hub.Start();
        foreach (var learner in _taken)
            await FollowsOnce(learner);
        await hub.QueuesAreEmpty();
        foreach (var learner in _taken)
            Once(learner, (await hub.DoneAwardOf(learner)).Id);
        (await hub.LatestAwards()).Select(award => award.Learner)
            .ShouldBe(_taken.Select(learner => learner.StudentNumber), ignoreOrder: true);
    }

    private List<Learner> Learners(int count) => [.. Enumerable.Range(0, count).Select(_ => hub.Campus.NewLearner())];

    /// <summary>One after the other; what gets no answer was not taken, and an LMS would send it again.</summary>
    private async Task SendUntilRefused(Learner[] learners)
    {
        foreach (var learner in learners)
        {
            try
            {
                using var answer = await hub.Deliver("canvas", Graded(learner));
                (answer.StatusCode == HttpStatusCode.OK ? _taken : _notTaken).Add(learner);
            }
            catch (HttpRequestException)
            {
                _notTaken.Add(learner);
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>A delivery that the hub is just reading.</summary>
    private async Task<(Task Answered, SlowBody Body)> HalfADelivery()
    {
        var learner = hub.Campus.NewLearner();
        var body = new SlowBody(Encoding.UTF8.GetBytes(Graded(learner)));
        var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/lacnord/canvas")
        {
            Content = body,
            Headers = { ExpectContinue = true },
        };
        var answered = Answered();
        await body.Halfway;
        return (answered, body);

        async Task Answered()
        {
            using var answer = await hub.Anybody.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            _taken.Add(learner);
        }
    }

    private string Graded(Learner learner) =>
        hub.Campus.Signed(hub.Campus.Of<CanvasEvents>().GradeChange(learner, hub.Campus.Course("CYB120"), 95));

    private List<string> StepsInWork() =>
        [
            .. new TableClient(hub.Storage, "dossiers")
                .Query<TableEntity>()
                .Where(row =>
                    row.RowKey.StartsWith("step~", StringComparison.Ordinal)
                    && row.GetString("Json").Contains("\"Running\"", StringComparison.Ordinal))
                .Select(row => $"{row.PartitionKey} {row.RowKey}: {row.GetString("Json")}"),
        ];


    private async Task FollowsOnce(Learner learner)
    {
        var award = await hub.DoneAwardOf(learner);
        award.Timeline!.ShouldNotContain(entry => entry.Event == "repeated");
    }

    private void Once(Learner learner, string award)
    {
        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem().State.ShouldBe("recorded");
        hub.Campus.BadgesOf(learner).ShouldHaveSingleItem();
        hub.Campus.MailOf(learner).ShouldHaveSingleItem();
        hub.Campus.CardsOf(award).ShouldHaveSingleItem();
    }
}
