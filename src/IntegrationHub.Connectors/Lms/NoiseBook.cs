using System.Collections.Concurrent;
using System.Text;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>Readings of noise by the event's name, each made once: most of what an LMS sends is noise, and must cost no object.</summary>
/// <param name="answer">How the protocol wants noise answered.</param>
/// <param name="label">A counter's label for a name; the name itself where there is none.</param>
internal sealed class NoiseBook(AnswerForm answer = AnswerForm.Tracking, Func<string, string>? label = null)
{
    private const int MostNames = 500;
    private const int LongestName = 160;

    private readonly ConcurrentDictionary<string, Reading> _readings = new(StringComparer.Ordinal);

    /// <summary>How a delivery of noise is answered.</summary>
    public AnswerForm Answer => answer;

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

    /// <summary>The same where the name has two parts, joined by a colon.</summary>
    public Reading Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var length = first.Length + 1 + second.Length;
        if (length > LongestName)
            return Of("other");
        Span<byte> name = stackalloc byte[length];
        first.CopyTo(name);
        name[first.Length] = (byte)':';
        second.CopyTo(name[(first.Length + 1)..]);
        return Of(name);
    }

    /// <summary>The reading of a delivery with one event, which is noise.</summary>
    public Reading Of(string name)
    {
        // A sender that invents names does not fill the memory.
        var key = name.Length <= LongestName && (_readings.Count < MostNames || _readings.ContainsKey(name)) ? name : "other";
        return _readings.GetOrAdd(key, n => new Reading { Ignored = [JsonReading.Label(label is null ? n : label(n))], Answer = answer });
    }
}
