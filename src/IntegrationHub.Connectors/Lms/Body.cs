using System.Text;
using System.Text.Json;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>A body as JSON: bare, behind a byte order mark, or as the fields of a form.</summary>
internal static class Body
{
    /// <summary>
    /// The bytes of the JSON; of a form, an object with a text for each field and an array of texts for one that comes several times.
    /// </summary>
    public static ReadOnlyMemory<byte> Json(Delivery delivery)
    {
        var content = delivery.Content;
        if (content.Span.StartsWith("\uFEFF"u8))
            content = content["\uFEFF"u8.Length..];
        // The Open edX plugin calls a form what is JSON.
        return IsForm(delivery) && content.Span.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..] ? Form(content) : content;
    }

    private static bool IsForm(Delivery delivery) =>
        delivery.Header("Content-Type")?.TrimStart().StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        == true;

    private static byte[] Form(ReadOnlyMemory<byte> content)
    {
        var fields =
            from field in Encoding.UTF8.GetString(content.Span).Split('&', StringSplitOptions.RemoveEmptyEntries)
            let parts = field.Split('=', 2)
            group Decoded(parts.Length == 2 ? parts[1] : "") by Decoded(parts[0]);
        return JsonSerializer.SerializeToUtf8Bytes(
            fields.ToDictionary(field => field.Key, field => field.Count() == 1 ? (object)field.First() : field.ToList()));
    }

    private static string Decoded(string text) => System.Net.WebUtility.UrlDecode(text);
}
