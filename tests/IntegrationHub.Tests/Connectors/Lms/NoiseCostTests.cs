using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;
using static IntegrationHub.Tests.Connectors.Lms.Caliper.CaliperFixtures;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>What noise costs: most of what an LMS sends is noise.</summary>
public sealed class NoiseCostTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("caliper")]
    [InlineData("blackboard")]
    public void A_thousand_views_in_one_envelope_cost_less_than_one_object_each(string kind)
    {
        var delivery = Readings.Delivery(Body(Enumerable.Range(0, 1000).Select(_ => Event("ViewEvent", "Viewed"))));

        var (reading, bytes) = Measured(kind, delivery);

        reading.Ignored.ShouldBe([new("ViewEvent:Viewed", 1000)]);
        output.WriteLine($"{kind}: {bytes} bytes for {delivery.Body.Length} bytes of noise");
        bytes.ShouldBeLessThan(1000);
    }

    [Fact]
    public void A_single_event_of_noise_costs_no_reading()
    {
        var live = Encoding.UTF8.GetBytes(
            $$"""{"metadata":"""
                + $$"""{"event_name":"asset_accessed","event_time":"2026-02-01T10:00:01Z","root_account_uuid":"{{Readings.Account}}" }"""
                + ""","body":{ } }"""
        );
        var caliper = Event("ViewEvent", "Viewed");
        caliper["actor"]!["extensions"] = new JsonObject
        {
            ["com.instructure.canvas"] = new JsonObject { ["root_account_uuid"] = Readings.Account },
        };

        foreach (var body in new[] { live, Body([caliper]) })
        {
            var (reading, bytes) = Measured("canvas", Readings.Delivery(body));
            reading.Ignored.ShouldHaveSingleItem();
            output.WriteLine($"{reading.Ignored[0]}: {bytes} bytes");
            bytes.ShouldBeLessThan(200);
        }
    }

    [Fact]
    public void A_nights_batch_costs_the_memory_of_its_grades_and_not_of_its_bytes()
    {
        var body = Body(Enumerable.Range(0, 4000).Select(i => i == 2000 ? Grade() : Event("ViewEvent", "Viewed")));

        var (reading, bytes) = Measured("blackboard", Readings.Delivery(body));

        reading.Completions.ShouldHaveSingleItem();
        output.WriteLine($"{bytes} bytes for {body.Length} bytes with one grade");
        bytes.ShouldBeLessThan(body.Length / 20);
    }

    private static byte[] Body(IEnumerable<JsonNode> items) => Encoding.UTF8.GetBytes(Envelope(items).ToJsonString());

    private static (Reading Reading, long Bytes) Measured(string kind, Delivery delivery)
    {
        var read = Readings.Read(kind);
        for (var warm = 0; warm < 3; warm++)
            read(delivery);
        // The least of several: now and then the runtime allocates for itself in between.
        return Enumerable.Range(0, 5).Select(_ => Once()).MinBy(measured => measured.Bytes);

        (Reading, long Bytes) Once()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var reading = read(delivery);
            return (reading, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }
}
