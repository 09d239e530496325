using System.Diagnostics;
using IntegrationHub.Functions.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Telemetry;

public sealed class SamplingTests : IDisposable
{
    private const string Name = "IntegrationHub.Tests.Sampling";

    private readonly ActivitySource _source = new(Name);
    private readonly List<Activity> _exported = [];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 400)]
    public void Nothing_or_everything_is_kept_at_the_ends(double share, int kept)
    {
        using var provider = Provider(share);
        for (var i = 0; i < 200; i++)
            Trace();

        _exported.Count.ShouldBe(kept);
    }

    [Fact]
    public void A_trace_is_kept_or_left_out_as_a_whole_whichever_instance_has_it_in_work()
    {
        using var provider = Provider(0.25);
        for (var i = 0; i < 400; i++)
            Trace();

        _exported.Count.ShouldBeInRange(100, 300);
        _exported.GroupBy(span => span.TraceId).ShouldAllBe(trace => trace.Count() == 2);
    }

    [Fact]
    public void What_failed_is_kept_with_what_it_is_part_of_and_what_follows_from_it_and_nothing_else()
    {
        using var provider = Provider(0);
        using (_source.StartActivity("bystander"))
        {
        }

        string? sent;
        using (_source.StartActivity("stage"))
        using (_source.StartActivity("step"))
        {
            using (_source.StartActivity("looked up before"))
            {
            }

            using (var call = _source.StartActivity("call"))
                call!.SetStatus(ActivityStatusCode.Error);
            sent = Activity.Current!.Id;
        }

        using (_source.StartActivity("again", ActivityKind.Consumer, sent!))
        {
        }

        _exported.Select(span => span.OperationName).ShouldBe(["call", "step", "stage", "again"]);
    }

    public void Dispose() => _source.Dispose();

    private TracerProvider Provider(double share) => Sdk.CreateTracerProviderBuilder()
        .AddSource(Name)
        .SetSampler(new KeptTraces(share))
        .AddProcessor(new KeepFailures())
        .AddProcessor(new SimpleActivityExportProcessor(new Kept(_exported)))
        .Build();

    /// <summary>Two spans, the second on another instance that knows only the message.</summary>
    private void Trace()
    {
        Activity.Current = null;
        string? sent;
        using (var sender = _source.StartActivity("sender"))
            sent = sender!.Id;
        using (_source.StartActivity("taker", ActivityKind.Consumer, sent!))
        {
        }
    }

    private sealed class Kept(List<Activity> exported) : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
                exported.Add(span);
            return ExportResult.Success;
        }
    }
}
