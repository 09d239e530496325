using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.Sandbox.Faults;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Kill;

/// <summary>The hub on a host that cancels what runs when it is to end, and answers some requests itself, as Azure's.</summary>
public sealed class StrictStopTests(StrictHub hub) : IClassFixture<StrictHub>
{
    private const int ForEver = 600_000;
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Cancelled_while_it_writes_to_two_systems_it_writes_once_to_each()
    {
        var learner = hub.Campus.NewLearner();
        var writing = hub.Campus.Fail("ethos", FaultEffect.DelayAfter, "student-unverified-grades", "POST", delayMs: ForEver);
        var issuing = hub.Campus.Fail("badgr", FaultEffect.DelayAfter, "/assertions", "POST", delayMs: ForEver);
        await hub.Complete(learner, "CYB120");
        await RunningHub.Until(() =>
            hub.Campus.HitsOf(writing) > 0
            && hub.Campus.HitsOf(issuing) > 0
            && hub.Campus.TranscriptOf(learner).Count + hub.Campus.BadgesOf(learner).Count == 2);

        var watch = Stopwatch.StartNew();
        hub.Terminate();
        (await hub.Ended()).ShouldBe(0, hub.Log);
        watch.Elapsed.ShouldBeLessThan(AtOnce);

        hub.Campus.Mend();
        await hub.Start();
        var award = await hub.DoneAwardOf(learner);
        await hub.QueuesAreEmpty();
        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem().State.ShouldBe("recorded");
        hub.Campus.BadgesOf(learner).ShouldHaveSingleItem();
        hub.Campus.MailOf(learner).ShouldHaveSingleItem();
        hub.Campus.CardsOf(award.Id).ShouldHaveSingleItem();
        (await hub.OpenItems()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET /verify HTTP/1.1\r\nReferer: https://example.ca/évaluation", HttpStatusCode.InternalServerError)]
    [InlineData("GET /verify HTTP/1.1\r\nReferer: https://example.ca/evaluation", HttpStatusCode.OK)]
    [InlineData("POST /hooks/lacnord/canvas HTTP/1.1\r\nContent-Length: 30000001", HttpStatusCode.InternalServerError)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 0", HttpStatusCode.NoContent)]
    [InlineData("GET /admin/host/status HTTP/1.1", HttpStatusCode.Unauthorized)]
    [InlineData("GET /administration HTTP/1.1", HttpStatusCode.NotFound)]
    public async Task What_Azure_s_host_answers_itself_it_answers_alike(string request, HttpStatusCode expected)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(hub.Anybody.BaseAddress!.Host, hub.Anybody.BaseAddress.Port);
        await using var stream = client.GetStream();

        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{request}\r\nHost: localhost\r\n\r\n"));

        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync().WaitAsync(AtOnce))!.ShouldStartWith($"HTTP/1.1 {(int)expected} ");
    }
}
