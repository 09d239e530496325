using System.Diagnostics;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Telemetry;

public sealed class PipelineTelemetryTests
{
    private const string Vendors = "The SIS says: Camille Essai owes a fee.";

    private readonly Campus _campus = new();

    [Fact]
    public async Task A_refusal_is_told_by_its_kind_alone()
    {
        using var watched = new Watched();
        _campus.Outside.Before[ConnectionRole.Sis] = AfterTheLookup(new(OutsideFault.Refused, Vendors));
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        var failed = watched.Spans.Where(span => span.Status == ActivityStatusCode.Error).ToList();
        failed.Select(span => span.OperationName).ShouldBe(["call double", "step Transcript"]);
        failed.ShouldAllBe(span =>
            (string?)span.GetTagItem("error.type") == "Refused" && span.StatusDescription == null && !span.Events.Any());
        watched.Measured.ShouldContain($"hub.outside.calls institution={OneInstitution.Id} system=Sis kind=double outcome=refused: 1");
        watched.Measured.ShouldContain($"hub.steps institution={OneInstitution.Id} step=Transcript state=Failed: 1");
        watched.Measured.ShouldContain($"hub.step.duration institution={OneInstitution.Id} step=Transcript state=Failed");
        watched.Measured.ShouldContain($"hub.step.duration institution={OneInstitution.Id} step=Badge state=Done");
    }

    [Fact]
    public async Task A_step_that_is_tried_again_after_an_outage_stays_in_its_trace()
    {
        using var watched = new Watched();
        _campus.Outside.Before[ConnectionRole.Sis] = AfterTheLookup(new(OutsideFault.Unavailable, Vendors));
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        _campus.Outside.Before.Clear();
        await _campus.Pass(TimeSpan.FromMinutes(5));

        _campus.Award![StepName.Transcript].State.ShouldBe(StepState.Done);
        var attempts = watched.Spans.Where(span => span.OperationName == "step Transcript").ToList();
        attempts.Count.ShouldBe(2);
        watched.Spans.Select(span => span.TraceId).Distinct().ShouldHaveSingleItem();
        attempts[1].Parent!.ParentSpanId.ShouldBe(attempts[0].SpanId);
    }

    [Fact]
    public async Task What_the_sweeper_starts_is_a_trace_of_its_own_and_names_the_award()
    {
        using var watched = new Watched();
        _campus.Outside.Before[ConnectionRole.Sis] = AfterTheLookup(new(OutsideFault.Unavailable, Vendors));
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        _campus.LoseMessages();
        _campus.Outside.Before.Clear();
        _campus.Time.Advance(TimeSpan.FromHours(1));
        (await _campus.Sweeper.Sweep(default)).ShouldBe(1);
        await _campus.Work();

        var attempts = watched.Spans.Where(span => span.OperationName == "step Transcript").ToList();
        attempts.Count.ShouldBe(2);
        attempts[1].TraceId.ShouldNotBe(attempts[0].TraceId);
        attempts.ShouldAllBe(span => (string?)span.GetTagItem("award") == _campus.Award!.Id.ToString());
    }

    [Fact]
    public async Task A_mistake_in_one_notice_that_comes_again_by_itself_is_told_where_it_was_made()
    {
        using var watched = new Watched();
        var isFirst = true;
        _campus.Outside.Before[ConnectionRole.Channel] = () =>
        {
            var now = isFirst;
            isFirst = false;
            return now ? new InvalidOperationException("a mistake") : null;
        };
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        _campus.Award![StepName.Channel].State.ShouldBe(StepState.Done);
        var stage = watched.Spans.Single(span => span.OperationName == "notices" && span.Status == ActivityStatusCode.Error);
        var told = stage.Events.ShouldHaveSingleItem().Tags.ToDictionary();
        $"{told["exception.stacktrace"]}".ShouldContain("ChannelWork");
    }

    /// <summary>The SIS is asked who the learner is before it is asked to record.</summary>
    private Func<Exception?> AfterTheLookup(OutsideException failure) => () => _campus.Award is null ? null : failure;
}
