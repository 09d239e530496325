using System.Text;
using System.Text.Json;

namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>JSON Canonicalization Scheme (RFC 8785): members sorted by UTF-16, no white space, least escaping.</summary>
internal static class CanonicalJson
{
    /// <exception cref="FormatException">A number is too large, or a member stands there twice.</exception>
    public static string Of(JsonElement element)
    {
        var text = new StringBuilder();
        Write(text, element);
        return text.ToString();
    }

    private static void Write(StringBuilder to, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteAll(to, '{', Sorted(element), '}', member =>
                {
                    WriteText(to, member.Key);
                    to.Append(':');
                    Write(to, member.Value);
                });
                break;
            case JsonValueKind.Array:
                WriteAll(to, '[', element.EnumerateArray(), ']', item => Write(to, item));
                break;
            case JsonValueKind.String:
                WriteText(to, element.GetString()!);
                break;
            case JsonValueKind.Number:
                to.Append(Numbers.EcmaScript(Numbers.Read(element)));
                break;
            default:
                to.Append(element.GetRawText());
                break;
        }
    }

    private static SortedList<string, JsonElement> Sorted(JsonElement element)
    {
        var members = new SortedList<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
            if (!members.TryAdd(member.Name, member.Value))
                throw new FormatException($"The member {member.Name} stands there twice");
        return members;
    }

    private static void WriteAll<T>(StringBuilder to, char open, IEnumerable<T> items, char close, Action<T> write)
    {
        to.Append(open);
        var separator = "";
        foreach (var item in items)
        {
            to.Append(separator);
            write(item);
            separator = ",";
        }

        to.Append(close);
    }

    private static void WriteText(StringBuilder to, string text)
    {
        to.Append('"');
        foreach (var character in text)
            _ = character switch
            {
                '"' => to.Append("\\\""),
                '\\' => to.Append("\\\\"),
                '\b' => to.Append("\\b"),
                '\t' => to.Append("\\t"),
                '\n' => to.Append("\\n"),
                '\f' => to.Append("\\f"),
                '\r' => to.Append("\\r"),
                < ' ' => to.Append("\\u00").Append(Convert.ToHexStringLower([(byte)character])),
                _ => to.Append(character),
            };
        to.Append('"');
    }
}
