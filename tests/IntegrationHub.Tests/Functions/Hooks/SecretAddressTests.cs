using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Hooks;

/// <summary>The key in a secret address goes nowhere: no log line, no trace, no measurement holds it.</summary>
public sealed class SecretAddressTests : IAsyncLifetime
{
    private readonly HookHub _hub = new();

    public ValueTask InitializeAsync() => _hub.InitializeAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Nothing_that_is_written_down_holds_the_key()
    {
        var key = HookHub.Secret("hidden", "address");
        var seen = new ConcurrentQueue<string>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                // The client's own trace is the sender's, not the hub's.
                if (activity.Kind != ActivityKind.Client && !activity.Source.Name.StartsWith("System.Net", StringComparison.Ordinal))
                    seen.Enqueue(
                        $"{activity.Source.Name} {activity.DisplayName} "
                            + $"{string.Join(' ', activity.TagObjects.Concat(activity.Events.SelectMany(e => e.Tags)))}"
                    );
            },
        };
        ActivitySource.AddActivityListener(traces);
        using var measures = new MeterListener
        {
            InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument),
        };
        measures.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Measured(instrument, tags));
        measures.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Measured(instrument, tags));
        measures.Start();

        foreach (var (method, address) in new[]
            {
                ("POST", $"hidden~{key}"),
                ("POST", $"hidden~{key}x"),
                ("POST", $"bearer~{key}"),
                ("POST", $"nothing~{key}"),
                ("GET", $"hidden~{key}"),
                ("OPTIONS", $"asking~{key}"),
                ("POST", $"hidden~{key}/statements"),
                ("POST", $"hidden~{key}/token"),
            })
            using (var answer = await _hub.Http.SendAsync(
                    new(new(method), $"/hooks/lacnord/{address}") { Content = new StringContent("{}") },
                    TestContext.Current.CancellationToken))
                answer.StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError);

        seen.ShouldContain(line => line.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal), "the host's traces were not heard");
        seen.ShouldContain(line => line.StartsWith("IntegrationHub", StringComparison.Ordinal), "the hub's measurements were not heard");
        seen.ShouldAllBe(line => !line.Contains(key, StringComparison.Ordinal));
        _hub.Log.ShouldNotBeEmpty();
        _hub.Log.ShouldAllBe(line => !line.Contains(key, StringComparison.Ordinal));

        void Measured(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            // The client's own measurements are the sender's.
            if (!instrument.Meter.Name.StartsWith("System.Net", StringComparison.Ordinal))
                seen.Enqueue($"{instrument.Meter.Name} {instrument.Name} {string.Join(' ', tags.ToArray())}");
        }
    }
}
