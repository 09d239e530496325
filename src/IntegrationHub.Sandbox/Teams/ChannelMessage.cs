using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Teams;

internal sealed record ChannelMessage(string Id, string Workflow, DateTimeOffset ReceivedAt, JsonObject Card)
{
    public const int MaxCardBytes = 28 * 1024;
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private static readonly Version NewestCard = new(1, 4);

    /// <summary>The card of a Workflows message, or what is wrong with the message.</summary>
    public static (JsonObject? Card, string? Fault) Read(JsonObject? body)
    {
        if (body is null || body["type"].Text() != "message")
            return (null, "The message is a JSON object of type 'message'.");
        if (body["attachments"] is not JsonArray { Count: > 0 } attachments || attachments[0] is not JsonObject attachment)
            return (null, "attachments: at least one is required.");
        if (attachment["contentType"].Text() != CardType)
            return (null, $"attachments[0].contentType is '{CardType}'.");
        if (attachment["content"] is not JsonObject card)
            return (null, "attachments[0].content is an object, not a serialised string.");
        if (card["type"].Text() != "AdaptiveCard")
            return (null, "The card's type is 'AdaptiveCard'.");
        if (!Version.TryParse(card["version"].Text(), out var version) || version > NewestCard)
            return (null, "The card's version is 1.4 at most.");
        return card["body"] is JsonArray { Count: > 0 } ? (card, null) : (null, "The card has no body.");
    }

    public static int SizeOf(JsonObject card) => Encoding.UTF8.GetByteCount(card.ToJsonString(Plain));

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
