using System.Text;
using IntegrationHub.Core.Completions;

namespace IntegrationHub.Core.Messaging;

/// <summary>A delivery on its way through the queue, or kept as raw payload so that a parser's mistake can be replayed.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Received">When it arrived.</param>
/// <param name="Headers">The headers that its protocol reads.</param>
/// <param name="Body">The content, unpacked; all protocols so far are UTF-8.</param>
public sealed record StoredDelivery(
    string Source,
    DateTimeOffset Received,
    IReadOnlyDictionary<string, string> Headers,
    string Body)
{
    /// <summary>The <see cref="ILms.Kind"/> that reads it, where the hub itself gave it its form; null for what a source sent.</summary>
    public string? Form { get; init; }

    private static readonly string[] KeptHeaders = ["Content-Type", "X-Experience-API-Version"];

    /// <summary>A delivery ready to be kept: with the headers that tell how to read it, never with those that authenticate.</summary>
    public static StoredDelivery Of(string source, DateTimeOffset received, Delivery delivery) => new(
        source,
        received,
        KeptHeaders.Where(delivery.Headers.ContainsKey).ToDictionary(name => name, name => delivery.Headers[name], StringComparer.OrdinalIgnoreCase),
        Encoding.UTF8.GetString(delivery.Content.Span));

    /// <summary>The delivery as its protocol reads it.</summary>
    public Delivery Delivery => new(Encoding.UTF8.GetBytes(Body), new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase));
}
