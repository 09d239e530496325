using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms.Statements;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Brightspace;

/// <summary>D2L Brightspace data streams: objects of xAPI's shape, one or an array, in no certain order.</summary>
internal sealed class BrightspaceLms : ILms, ITestEvents
{
    private static readonly FieldPath Type = FieldPath.Of("object", "definition", "type");
    private readonly EventNoise _noise = new(StreamEvent.Short);

    /// <inheritdoc/>
    public string Kind => "brightspace";

    /// <inheritdoc/>
    // Awards bear no result, and grades say neither whose nor how much.
    public bool GradesApart(Source source, Completion? completion = null) => false;

    /// <inheritdoc/>
    public TestEvent TestEvent(Source source, DateTimeOffset now) => TestStatement.At(now);

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery) => Guarded.Read(() =>
    {
        var tenants = source.List("tenants");
        // Whether an event is ours must be known even of noise.
        if (tenants.Count == 0 && _noise.Read(delivery.Content.Span, events: null, Type, IsNoise) is { } noise)
            return noise;
        var events = SeveralEvents.In(delivery.Content);
        return events.Count == 0
            ? OneEvent.Fault("The body is neither a data stream's event nor an array of them.")
            : SeveralEvents.Of(events, one => new StreamEvent(one).Read(tenants));
    });

    // Grades say neither whose nor how much, and content is completed topic by topic: only awards speak of a course.
    private static bool IsNoise(ReadOnlySpan<byte> type) => !type.IsEmpty && !type.EndsWith("/award/issue"u8);
}
