using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Telemetry;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Telemetry;

/// <summary>What alerts and workbooks count by: names, units and labels, and no word about a person.</summary>
public sealed class MetricTests : IDisposable
{
    private readonly ConcurrentQueue<string> _measured = new();
    private readonly MeterListener _listener = new();
    private readonly string _institution = $"metrics-{Guid.NewGuid():N}";

    public MetricTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "IntegrationHub")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    [Fact]
    public void Everything_that_is_counted_has_its_name_and_its_labels()
    {
        HubMetrics.Delivery(_institution, "lms", IntakeVerdict.TooMany.Label());
        HubMetrics.Ignored(_institution, "lms", "viewed");
        HubMetrics.Ignored(_institution, "lms", "viewed", 29);
        HubMetrics.Step(_institution, StepName.Badge, StepState.Waiting, TimeSpan.FromSeconds(2));
        HubMetrics.Missed(_institution, "lms", 3);
        HubMetrics.Repeated(_institution, StepName.Learner);

        _measured.ShouldBe(
        [
            "hub.deliveries {delivery} 1 source=lms verdict=too-many",
            "hub.events.ignored {event} 1 source=lms kind=viewed",
            "hub.events.ignored {event} 29 source=lms kind=viewed",
            "hub.steps {step} 1 step=Badge state=Waiting",
            "hub.step.duration s 2 step=Badge state=Waiting",
            "hub.reconciliation.new {completion} 3 source=lms",
            "hub.notices.repeated {notice} 1 step=Learner",
        ]);
    }

    [Fact]
    public async Task What_is_ignored_is_counted_by_why()
    {
        var campus = new Campus();
        var ignored = new ConcurrentQueue<string>();
        var thread = Environment.CurrentManagedThreadId;
        using var listener = new MeterListener { InstrumentPublished = (instrument, all) => all.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>(
            (instrument, _, tags, _) =>
            {
                if (instrument.Name == "hub.events.ignored" && Environment.CurrentManagedThreadId == thread)
                    ignored.Enqueue($"{tags[0].Value} {tags[1].Value} {tags[2].Value}");
            });
        listener.Start();
        await campus.Deliver(OneInstitution.Assessed(91) with { Assessment = "a-quiz-on-the-way" });
        await campus.Deliver(OneInstitution.Assessed(91) with { Courses = ["9999"] });
        await campus.Deliver(
            OneInstitution.Assessed(91) with
            {
                Courses = ["9999"],
                Kind = CompletionKind.Completed,
                Assessment = null,
                Score = null,
            });
        campus.Work().IsCompletedSuccessfully.ShouldBeTrue();

        ignored.ShouldBe(["lacnord lms other-assessment", "lacnord lms no-offering", "lacnord lms no-offering"]);
    }

    [Fact]
    public async Task Each_end_of_a_step_is_counted_once()
    {
        var campus = new Campus();
        var steps = new ConcurrentQueue<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, all) => all.EnableMeasurementEvents(instrument) };
        await campus.Deliver(OneInstitution.Assessed(91));
        await campus.WorkOnce();
        var thread = Environment.CurrentManagedThreadId;
        listener.SetMeasurementEventCallback<long>(
            (instrument, _, tags, _) =>
            {
                if (instrument.Name == "hub.steps" && Environment.CurrentManagedThreadId == thread)
                    steps.Enqueue($"{tags[1].Value} {tags[2].Value}");
            });
        listener.Start();
        campus.Work().IsCompletedSuccessfully.ShouldBeTrue();

        steps.Order().ShouldBe(["Badge Done", "Channel Done", "Learner Done", "Transcript Done"]);
    }

    private void Note(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").ToList();
        if (labels.Contains($"institution={_institution}"))
            _measured.Enqueue($"{instrument.Name} {instrument.Unit} {value} {string.Join(' ', labels.Skip(1))}");
    }

    public void Dispose() => _listener.Dispose();
}
