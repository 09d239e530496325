using System.Collections.Concurrent;
using System.Text;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Completions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>Readings of noise by the event's name, each made once: most of what an LMS sends is noise, and must cost no object.</summary>
internal sealed class NoiseBook(AnswerForm answer = AnswerForm.Tracking)
{
    private const int MostNames = 500;
    private const int LongestName = 160;

    private readonly ConcurrentDictionary<string, Reading> _readings = new(StringComparer.Ordinal);

    /// <summary>The reading of a delivery with one event, which is noise.</summary>
    /// <param name="name">The source's name of the event, UTF-8 as it stands in the delivery.</param>
    public Reading Of(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[LongestName];
        return name.Length <= LongestName && Encoding.UTF8.TryGetChars(name, text, out var length) ? Of(text[..length]) : Of("other");
    }

    /// <summary>The reading of a delivery with one event, which is noise.</summary>
    /// <param name="name">The source's name of the event.</param>
    public Reading Of(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName)
            return Of("other");
        return _readings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known) ? known : Of(name.ToString());
    }

    /// <summary>The reading of a delivery with one event, which is noise.</summary>
    public Reading Of(string name)
    {
        // A sender that invents names does not fill the memory.
        var key = _readings.Count < MostNames || _readings.ContainsKey(name) ? name : "other";
        return _readings.GetOrAdd(key, n => new Reading { Ignored = [JsonReading.Label(n)], Answer = answer });
    }
}
