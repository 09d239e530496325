using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>One reading of a delivery with several events.</summary>
internal static class SeveralEvents
{
    /// <summary>The events of a document: the elements of an array, or the one object; none where it is neither.</summary>
    public static List<JsonElement?> In(ReadOnlyMemory<byte> json)
    {
        JsonElement? document = JsonReading.Parse(json);
        return [.. document.Each()];
    }

    /// <summary>A delivery in which there is no event at all.</summary>
    public static Reading None { get; } = OneEvent.Noise("no-events");

    /// <summary>
    /// Puts the readings of the events together: one foreign event makes the delivery foreign, one unreadable event keeps it for a person.
    /// </summary>
    public static Reading Of(IEnumerable<Reading> events)
    {
        var all = events.ToList();
        return all.Find(reading => reading.IsForeign)
            ?? all.Find(reading => reading.Fault is not null)
            ?? new()
            {
                Completions = [.. all.SelectMany(reading => reading.Completions)],
                Ignored =
                [
                    .. all.SelectMany(reading => reading.Ignored)
                        .GroupBy(ignored => ignored.Kind)
                        .Select(same => new IgnoredEvents(same.Key, same.Sum(ignored => ignored.Count))),
                ],
            };
    }
}
