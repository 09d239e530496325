using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Texts;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Notices;

namespace IntegrationHub.Connectors.Teams.Workflows;

/// <summary>
/// A channel notice as an Adaptive Card 1.4, the newest that Workflows takes. A channel has no language of its own:
/// French and English are both on the card. Words stand beside the colour.
/// </summary>
internal static partial class NoticeCard
{
    /// <summary>Teams refuses cards from about 24 KB on, after expansion.</summary>
    public const int Budget = 20 * 1024;

    private const int LongestText = 400;

    /// <summary>How the message is written: an accent is one character, not six.</summary>
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The message for the webhook, with as many facts, from the first, as fit the budget.</summary>
    public static byte[] Message(ChannelNotice notice)
    {
        var whole = Serialise(notice, notice.Facts.Count);
        if (whole.Length <= Budget)
            return whole;

        var fitting = Serialise(notice, 0);
        for (int low = 1, high = notice.Facts.Count - 1; low <= high;)
        {
            var middle = (low + high) / 2;
            var message = Serialise(notice, middle);
            (low, high) = message.Length <= Budget ? (middle + 1, high) : (low, middle - 1);
            if (message.Length <= Budget)
                fitting = message;
        }

        return fitting;
    }

    private static byte[] Serialise(ChannelNotice notice, int facts) =>
        JsonSerializer.SerializeToUtf8Bytes(Envelope(Card(notice, facts)), Json);

    private static JsonObject Envelope(JsonObject card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["contentUrl"] = null,
            ["content"] = card,
        }),
    };

    private static JsonObject Card(ChannelNotice notice, int facts) => new()
    {
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["type"] = "AdaptiveCard",
        ["version"] = "1.4",
        ["lang"] = "fr",
        ["fallbackText"] = Short(InBoth(notice.Title)),
        ["body"] = new JsonArray(
            Heading(notice),
            InLanguage(notice, facts, "fr"),
            InLanguage(notice, facts, "en"),
            Text(notice.Id, ("size", "Small"), ("isSubtle", true))),
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "Action.OpenUrl",
            ["title"] = Short(InBoth(notice.LinkLabel)),
            ["url"] = notice.Link.AbsoluteUri,
        }),
    };

    private static JsonObject Heading(ChannelNotice notice)
    {
        var (style, color, words) = notice.Tone == NoticeTone.Good
            ? ("good", "Good", $"✔ {InBoth(ConnectorTexts.Both("card.good"))}")
            : ("attention", "Attention", $"⚠ {InBoth(ConnectorTexts.Both("card.attention"))}");
        return new()
        {
            ["type"] = "Container",
            ["id"] = $"notice-{notice.Id}",
            ["style"] = style,
            ["bleed"] = true,
            ["items"] = new JsonArray(Text(words, ("weight", "Bolder"), ("color", color))),
        };
    }

    private static JsonObject InLanguage(ChannelNotice notice, int facts, string language)
    {
        var items = new JsonArray(Text(notice.Title.In(language), ("weight", "Bolder"), ("size", "Medium")));
        if (facts > 0)
            items.Add(new JsonObject
            {
                ["type"] = "FactSet",
                ["facts"] = new JsonArray([.. notice.Facts.Take(facts).Select(f => new JsonObject
                {
                    ["title"] = Plain(f.Label.In(language)),
                    ["value"] = Plain(f.Value.In(language)),
                })]),
            });
        if (facts < notice.Facts.Count)
            items.Add(Text(ConnectorTexts.In(language, "card.more"), ("isSubtle", true)));
        return new() { ["type"] = "Container", ["separator"] = true, ["items"] = items };
    }

    private static JsonObject Text(string text, params ReadOnlySpan<(string Name, JsonNode Value)> properties)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = Plain(text), ["wrap"] = true };
        foreach (var (name, value) in properties)
            block[name] = value;
        return block;
    }

    private static string InBoth(BilingualText text) => $"{text.Fr} · {text.En}";

    // Teams reads Markdown: a name must not become a link or a heading.
    private static string Plain(string text) => Markdown().Replace(Short(text), @"\$0");

    private static string Short(string text) => text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";

    [GeneratedRegex(@"[\\\[\]*_`#<>]")]
    private static partial Regex Markdown();
}
