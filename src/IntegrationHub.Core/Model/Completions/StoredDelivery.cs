using System.Text;
using IntegrationHub.Core.Lms;

namespace IntegrationHub.Core.Model.Completions;

/// <summary>A delivery on its way through the queue, or kept as raw payload so that a parser's mistake can be replayed.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Received">When it arrived.</param>
/// <param name="Headers">The headers that its protocol reads.</param>
/// <param name="Body">The content, unpacked; all protocols so far are UTF-8.</param>
/// <param name="EventId">The id that the address gave to the only event in it; null where it gave none.</param>
public sealed record StoredDelivery(
    string Source,
    DateTimeOffset Received,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    string? EventId = null)
{
    /// <summary>When it first arrived, where it was kept anew since; null where that is <see cref="Received"/>.</summary>
    public DateTimeOffset? Arrived { get; init; }

    /// <summary>The <see cref="ILms.Kind"/> that reads it, where the hub itself gave it its form; null for what a source sent.</summary>
    public string? Form { get; init; }

    private static readonly string[] KeptHeaders = ["Content-Type", "X-Experience-API-Version"];

    // CloudEvents in binary mode: what the event says of itself stands in headers (HTTP protocol binding, 3.1.3).
    private const string EventHeaders = "ce-";

    /// <summary>A delivery ready to be kept: with the headers that tell how to read it, never with those that authenticate.</summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="received">When it arrived.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="content">Its content, without a credential.</param>
    public static StoredDelivery Of(string source, DateTimeOffset received, Delivery delivery, ReadOnlyMemory<byte> content) =>
        new(
            source,
            received,
            delivery
                .Headers.Keys.Where(IsKept)
                .ToDictionary(name => name, name => delivery.Headers[name], StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(content.Span),
            delivery.EventId);

    private static bool IsKept(string header) =>
        KeptHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)
        || header.StartsWith(EventHeaders, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same to be kept from now on: when it first arrived is not forgotten.</summary>
    public StoredDelivery KeptAnew(DateTimeOffset now) => this with { Received = now, Arrived = Arrived ?? Received };

    /// <summary>The delivery as its protocol reads it.</summary>
    public Delivery Delivery =>
        new(Encoding.UTF8.GetBytes(Body), new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase))
        {
            Received = Arrived ?? Received,
            EventId = EventId,
        };
}
