using IntegrationHub.Sandbox.Canvas;
using IntegrationHub.Testing.Telemetry;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>What the hub exports, as a collector gets it.</summary>
[Collection(nameof(OneHub))]
public sealed class TraceTests(RunningHub hub)
{
    private const string Strangers = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static readonly string[] Steps = ["Transcript", "Badge", "Channel", "Learner"];

    [Fact]
    public async Task A_completion_is_one_trace_from_the_webhook_to_the_last_step()
    {
        var learner = hub.Campus.NewLearner();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/lacnord/canvas")
        {
            Content = new StringContent(
                hub.Campus.Signed(hub.Campus.Of<CanvasEvents>().GradeChange(learner, hub.Campus.Course("CYB120"), 95))),
            Headers = { { "traceparent", $"00-{Strangers}-00f067aa0ba902b7-01" } },
        };

        using var answer = await hub.Anybody.SendAsync(request, TestContext.Current.CancellationToken);
        var award = await hub.DoneAwardOf(learner);

        var tracking = answer.Headers.GetValues("X-Tracking-Id").Single();
        IReadOnlyList<OtlpSpan> trace = [];
        await RunningHub.Until(() => (trace = Trace(tracking)).Count(span => span["step"] is not null) >= Steps.Length);
        var delivery = trace.Single(span => span.Name == "delivery");
        delivery.Parent.ShouldBeEmpty();
        delivery.Kind.ShouldBe(2); // server
        delivery.TraceId.ShouldNotBe(Strangers);
        trace.ShouldAllBe(span => !span.Failed);
        trace.ShouldAllBe(span => span == delivery || trace.Any(other => other.Id == span.Parent));
        OtlpSpan ParentOf(OtlpSpan span) => trace.Single(other => other.Id == span.Parent);

        var completions = trace.Single(span => span.Name == "completions");
        ParentOf(completions).ShouldBe(delivery);
        foreach (var (stage, step) in new[] { ("transcripts", "Transcript"), ("badges", "Badge") })
        {
            var attempt = trace.First(span => span["step"] == step);
            attempt["award"].ShouldBe(award.Id);
            ParentOf(attempt).Name.ShouldBe(stage);
            ParentOf(ParentOf(attempt)).ShouldBe(completions);
            trace.ShouldContain(call => call["system"] != null && call.Parent == attempt.Id);
        }

        foreach (var notice in new[] { "Channel", "Learner" })
        {
            var notices = ParentOf(trace.First(span => span["step"] == notice));
            notices.Name.ShouldBe("notices");
            notices.Kind.ShouldBe(5); // consumer
            ParentOf(notices)["step"].ShouldBeOneOf(Steps);
        }
    }

    [Fact]
    public async Task Every_metric_that_dashboards_rest_on_is_exported()
    {
        string[] expected =
        [
            "queue.length",
            "queue.oldest_age_seconds",
            "hub.deliveries",
            "hub.events.ignored",
            "hub.steps",
            "hub.step.duration",
            "hub.stage.duration",
            "hub.outside.up",
            "hub.outside.calls",
        ];
        var learner = hub.Campus.NewLearner();
        await hub.Complete(learner, "CYB120");
        await hub.Campus.Send("canvas", new { @event = "asset_accessed", course = "CYB120" });
        await hub.DoneAwardOf(learner);

        // The queues are measured once a minute.
        await RunningHub.Until(() => !expected.Except(hub.Telemetry.Metrics).Any(), TimeSpan.FromMinutes(2));
    }

    private IReadOnlyList<OtlpSpan> Trace(string tracking)
    {
        var spans = hub.Telemetry.Spans;
        var delivery = spans.FirstOrDefault(span => span.Name == "delivery" && span["tracking"] == tracking);
        return delivery is null ? [] : [.. spans.Where(span => span.TraceId == delivery.TraceId)];
    }
}
