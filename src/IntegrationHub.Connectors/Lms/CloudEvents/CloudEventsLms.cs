using System.Text.Json;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.Core;
using CloudNative.CloudEvents.Http;
using CloudNative.CloudEvents.SystemTextJson;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms.GenericJson;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.CloudEvents;

/// <summary>
/// CloudEvents 1.0 over HTTP (HTTP protocol binding, 3): binary, structured and batched. What an event says of itself is
/// in its attributes; its data is read by the source's paths (<see cref="FieldSettings"/>).
/// </summary>
internal sealed class CloudEventsLms : ILms, ITestEvents
{
    private static readonly FieldPath Type = FieldPath.Of("type");
    private static readonly JsonEventFormatter Formatter = new(
        new JsonSerializerOptions(),
        new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false });


    private static readonly string[] Required = ["id", "source", "type"];

    private readonly EventNoise _noise = new();

    /// <inheritdoc/>
    public string Kind => "cloudevents";

    /// <inheritdoc/>
    public bool GradesApart(Source source, Completion? completion = null) => FieldMapping.Of(source).GradesApart;

    /// <inheritdoc/>
    public TestEvent TestEvent(Source source, DateTimeOffset now) => TestEvents.Json(
        new { specversion = "1.0", id = Guid.NewGuid(), source = TestEvents.Site, type = "hub.test", time = TestEvents.Time(now) },
        "application/cloudevents+json");

    /// <inheritdoc/>
    public bool AsksFirst => true;

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery)
    {
        var mediaType = delivery.Header("Content-Type") ?? "";
        if (!MimeUtilities.IsCloudEventsContentType(mediaType) && !MimeUtilities.IsCloudEventsBatchContentType(mediaType))
            return delivery.Header(HttpUtilities.SpecVersionHttpHeader) is { } version
                ? Guarded.Read(() => Binary(source, delivery, version), 400)
                : OneEvent.Fault("The delivery is no CloudEvent: neither its Content-Type nor a ce-specversion header says so.", 415);
        return mediaType.Contains("json", StringComparison.OrdinalIgnoreCase)
            ? Guarded.Read(() => Structured(source, delivery, mediaType), 400)
            : OneEvent.Fault("Of structured CloudEvents only the JSON format is read.", 415);
    }

    private Reading Binary(Source source, Delivery delivery, string version)
    {
        if (version != CloudEventsSpecVersion.V1_0.VersionId || Attribute(delivery, "type") is not { } type)
            return OneEvent.Fault("The ce- headers are no CloudEvent 1.0: ce-specversion is not 1.0, or ce-type is missing.", 400);
        var fields = FieldMapping.Of(source);
        return fields.IsNoise is not null && fields.KindOf(type) is null
            ? _noise.Of(type)
            : Read(
                source,
                (Attribute(delivery, "source"), Attribute(delivery, "id")),
                type,
                Moments.Parse(Attribute(delivery, "time")),
                () => JsonReading.Parse(Body.Json(delivery)));
    }

    private Reading Structured(Source source, Delivery delivery, string mediaType)
    {
        var body = Body.Json(delivery);
        if (FieldMapping.Of(source).IsNoise is { } isNoise && _noise.Read(body.Span, events: null, Type, isNoise) is { } noise)
            return noise;
        var events = SeveralEvents.In(body);
        return events.Count == 0 ? SeveralEvents.None : SeveralEvents.Of(events, one => Structured(source, one), faultStatus: 400);
    }

    private static Reading Structured(Source source, JsonElement? json)
    {
        if (StructuredFault(json) is { } fault)
            return OneEvent.Fault(fault, 400);
        var one = Formatter.ConvertFromJsonElement(json!.Value, extensionAttributes: null);
        return Read(source, (one.Source?.OriginalString, one.Id), one.Type, one.Time, () => Data(one.Data));
    }

    /// <summary>What the JSON format asks of an event (JSON event format 1.0, 3.1), and it lacks; null where it lacks nothing.</summary>
    private static string? StructuredFault(JsonElement? json) =>
        json is not { ValueKind: JsonValueKind.Object } ? "A CloudEvent is no JSON object."
        : json.Text("specversion") != CloudEventsSpecVersion.V1_0.VersionId ? "A CloudEvent’s specversion is missing, or is not 1.0."
        : Required.FirstOrDefault(name => string.IsNullOrEmpty(json.Text(name))) is { } name ? $"A CloudEvent has no {name}."
        : json.Has("data") && json.Has("data_base64") ? "A CloudEvent has both data and data_base64."
        : json.Has("time") && json.Time("time") is null ? "A CloudEvent’s time is not as RFC 3339 writes it."
        : null;

    private static Reading Read(
        Source source,
        (string? Source, string? Id) identity,
        string? type,
        DateTimeOffset? time,
        Func<JsonElement?> data)
    {
        var (sender, id) = identity;
        if (string.IsNullOrEmpty(sender) || string.IsNullOrEmpty(id))
            return OneEvent.Fault(sender is { Length: > 0 } ? "A CloudEvent has no id." : "A CloudEvent has no source.", 400);
        var (fields, json) = (FieldMapping.Of(source), data());
        // Source and id together are unique (CloudEvents 1.0, 3.1), but a sender chooses its source.
        return new FieldReading(source).Read(json, new(
                $"{source.Name}:{sender} ",
                id,
                type,
                // The attribute is RFC 3339: it has an offset.
                time is { } stated ? new(stated, IsLocal: false) : Moments.Read(fields.Value(json, FieldSettings.Time)),
                $"the attribute time, nor {fields.Spelling(FieldSettings.Time)}"));
    }

    private static JsonElement? Data(object? data) => data switch
    {
        JsonElement json => json,
        byte[] bytes => JsonReading.Parse(bytes),
        string text => JsonReading.TryParse(text),
        _ => null,
    };

    private static string? Attribute(Delivery delivery, string name) =>
        delivery.Header(HttpUtilities.HttpHeaderPrefix + name) is { Length: > 0 } value ? HttpUtilities.DecodeHeaderValue(value) : null;
}
