using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>
/// Whether an event is noise for certain, by a text of it: UTF-8 as it stands in the delivery, empty where it was not found.
/// </summary>
internal delegate bool IsNoise(ReadOnlySpan<byte> text);

/// <summary>Recognises deliveries of nothing but noise, of one event or several, in one pass over the bytes.</summary>
/// <param name="label">A counter's label for the text that tells; the text itself where there is none.</param>
internal sealed class EventNoise(Func<string, string>? label = null)
{
    private readonly NoiseBook _book = new(label: label);

    /// <summary>The reading of a delivery of one event, which is noise.</summary>
    public Reading Of(string text) => _book.Of(text);

    /// <summary>The reading of a delivery of nothing but noise; null where the careful reading must decide.</summary>
    /// <param name="json">The whole document.</param>
    /// <param name="events">The array of events; null where the document is one event or an array of them.</param>
    /// <param name="path">Where in an event the text stands that tells.</param>
    /// <param name="isNoise">What it tells.</param>
    public Reading? Read(ReadOnlySpan<byte> json, FieldPath? events, FieldPath path, IsNoise isNoise)
    {
        if (!EventGlance.TryBegin(json, events, path, out var glance))
            return null;
        var noise = new NoiseTally();
        while (glance.Next() is { } isOne)
        {
            if (!isOne)
                return noise.Counts.Count == 0 ? null : noise.ToReading(_book.Answer);
            if (!isNoise(glance.Found))
                return null;
            noise.Add(_book.Of(glance.Found));
        }

        return null;
    }
}
