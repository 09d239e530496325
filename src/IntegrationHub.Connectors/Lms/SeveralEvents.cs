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
    /// Puts the readings of the events together: one foreign event makes the delivery foreign; one that cannot be read is told and takes
    /// none of its neighbours down.
    /// </summary>
    /// <param name="events">The events.</param>
    /// <param name="read">Reads one.</param>
    /// <param name="faultStatus">HTTP status that the protocol wants where none can be read.</param>
    public static Reading Of<TEvent>(IEnumerable<TEvent> events, Func<TEvent, Reading> read, int faultStatus = 200)
    {
        var all = events.Select(one => Guarded.Read(() => read(one), faultStatus)).ToList();
        return all.Find(reading => reading.IsForeign)
            ?? (all.TrueForAll(reading => reading.Fault is not null) ? all[0] : null)
            ?? new()
            {
                Damaged = [.. all.Select(reading => reading.Fault).OfType<string>().Distinct()],
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
