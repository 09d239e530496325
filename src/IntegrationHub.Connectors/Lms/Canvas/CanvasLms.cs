using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms.Authentication;
using IntegrationHub.Connectors.Lms.Caliper;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Canvas;

/// <summary>Canvas Live Events over HTTPS, in either format: as the payload of a JWT (signed), or bare.</summary>
internal sealed class CanvasLms : ILms, ITestEvents
{
    private static readonly Reading Foreign = new() { IsForeign = true };
    private readonly NoiseBook _noise = new();
    private readonly CaliperEnvelope _envelope = new(new CanvasCaliper());

    /// <inheritdoc/>
    public string Kind => "canvas";

    /// <inheritdoc/>
    // Its completions never bear one.
    public bool GradesApart(Source source, Completion? completion = null) => source.CourseGrades() != CourseGrades.Ignore;

    /// <inheritdoc/>
    public TestEvent TestEvent(Source source, DateTimeOffset now)
    {
        var account = source.List("accounts") is [var first, ..] ? first : null;
        var metadata = new { event_name = "hub_test", event_time = TestEvents.Time(now), root_account_uuid = account };
        return TestEvents.Json(new { metadata, body = new { } });
    }

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery) =>
        Guarded.Read(() =>
        {
            if (Payload(delivery.Content) is not { } payload)
                return new Reading
                {
                    Fault = "The body is neither a JSON event nor a compact JWT: the address is one for Canvas data streams.",
                };
            return CaliperEnvelope.Looks(payload.Span, other: "metadata"u8) ? ReadCaliper(source, payload) : ReadLive(source, payload);
        });

    // Canvas counts the errors that it is answered, and ends a subscription over them.
    private Reading ReadCaliper(Source source, ReadOnlyMemory<byte> payload)
    {
        var reading = _envelope.Read(source, payload);
        return reading.Fault is null ? reading : reading with { FaultStatus = 200 };
    }

    private Reading ReadLive(Source source, ReadOnlyMemory<byte> payload)
    {
        var grades = source.CourseGrades();
        if (Glance.TryMembers(payload.Span, "metadata"u8, "event_name"u8, "root_account_uuid"u8, out var glance)
            && !glance.First.IsEmpty
            && !CanvasEvents.MayBeCompletion(glance.First, grades)
            && CanvasAccounts.Has(source, glance.Second))
            return _noise.Of(glance.First);

        JsonElement? json = JsonReading.Parse(payload);
        return CanvasAccounts.Has(source, Encoding.UTF8.GetBytes(json.Text("metadata", "root_account_uuid") ?? ""))
            ? CanvasEvents.Read(json, grades)
            : Foreign;
    }

    private static ReadOnlyMemory<byte>? Payload(ReadOnlyMemory<byte> content) =>
        content.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] ? content : CompactJwt.Read(content)?.Payload;
}
