using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms.Caliper;
using IntegrationHub.Connectors.Lms.XApi;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.OpenEdx;

/// <summary>
/// Open edX in all the forms in which it sends: the openedx-webhooks plugin (JSON, or flattened as a form), tracking
/// events as they are, and what event-routing-backends makes of them (xAPI, Caliper).
/// </summary>
internal sealed class OpenEdxLms(XApiLms xApi) : ILms, ITestEvents
{
    private readonly NoiseBook _noise = new();
    private readonly CaliperEnvelope _caliper = new(new PlainCaliper());

    /// <inheritdoc/>
    public string Kind => "openedx";

    /// <inheritdoc/>
    public TestEvent TestEvent(Source source, DateTimeOffset now) => TestEvents.Json(new
    {
        event_metadata = new
        {
            id = Guid.NewGuid(), event_type = "org.openedx.learning.auth.session.login.completed.v1", time = TestEvents.Time(now),
        },
    });

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery) => Guarded.Read(() =>
    {
        var body = Body.Json(delivery);
        var form = Forms.Recognise(body.Span, out var name);
        switch (form)
        {
            case Form.XApi:
                return RoutedEvents.WithCourseKeys(xApi.Read(source, delivery));
            case Form.Caliper:
                return RoutedEvents.WithCourseKeys(_caliper.Read(source, RoutedEvents.InEnvelope(body)));
            case Form.Plugin when !name.IsEmpty && !PluginEvent.MayBeCompletion(name):
            case Form.Tracking when !name.IsEmpty && !TrackingEvent.MayBeCompletion(name):
                return _noise.Of(name);
        }

        var events = SeveralEvents.In(body);
        return events.Count == 0 ? Unknown : SeveralEvents.Of(events, Read);
    });

    private static Reading Unknown { get; } =
        OneEvent.Fault("The body is none of what Open edX sends: an event of the webhooks plugin, a tracking event, xAPI or Caliper.");

    private static Reading Read(JsonElement? json) =>
        PluginEvent.Of(json) is { } plugin ? plugin.Read()
        : json.Text("name") is not null || json.Text("event_type") is not null ? new TrackingEvent(json).Read()
        : Unknown;
}
