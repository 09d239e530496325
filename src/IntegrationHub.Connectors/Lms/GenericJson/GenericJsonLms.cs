using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.GenericJson;

/// <summary>Any sender of JSON or forms: the source's settings say where its fields stand (<see cref="FieldSettings"/>).</summary>
internal sealed class GenericJsonLms : ILms
{
    private readonly EventNoise _noise = new();

    /// <inheritdoc/>
    public string Kind => "json";

    /// <inheritdoc/>
    public bool GradesApart(Source source, Completion? completion = null) => FieldMapping.Of(source).GradesApart;

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery) =>
        Guarded.Read(() =>
        {
            var fields = FieldMapping.Of(source);
            var body = Body.Json(delivery);
            var events = fields.Only(FieldSettings.Events);
            if ((events is not null || !fields.Has(FieldSettings.Events))
                && fields.Only(FieldSettings.Event) is { } name
                && fields.IsNoise is { } isNoise
                && _noise.Read(body.Span, events, name, isNoise) is { } noise)
                return noise;

            var found = fields.Each(JsonReading.Parse(body));
            var reading = new FieldReading(source);
            return found.Count == 0 ? SeveralEvents.None : SeveralEvents.Of(found, one => Read(reading, fields, one, source));
        });

    private static Reading Read(FieldReading reading, FieldMapping fields, JsonElement? json, Source source) =>
        reading.Read(
            json,
            new(
                // The sender's ids are its own: another source may use the same.
                $"{source.Name}:",
                fields.Value(json, FieldSettings.EventId),
                fields.Value(json, FieldSettings.Event),
                Moments.Read(fields.Value(json, FieldSettings.Time)),
                fields.Spelling(FieldSettings.Time)));
}
