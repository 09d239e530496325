using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Core.Badges;

namespace IntegrationHub.Console.Credentials;

/// <summary>Reads what a signed document says, where the catalogue does not say it any more.</summary>
internal sealed partial class SignedDocument
{
    private readonly JsonElement _achievement;

    private SignedDocument(JsonElement achievement) => _achievement = achievement;

    /// <summary>The version of the catalogue entry that it was signed from; null where it does not say.</summary>
    public string? Version => Text(_achievement, "version");

    /// <summary>The document; null where it holds no achievement.</summary>
    public static SignedDocument? Read(SignedDocuments documents)
    {
        try
        {
            return new(JsonElement.Parse(documents.Json).GetProperty("credentialSubject").GetProperty("achievement"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Its words for a page; null where it has no name.</summary>
    public ShownCredential? Show(string language) => Text(_achievement, "name") is not { } name ? null : new(
        name,
        Text(_achievement, "description"),
        language,
        [.. List(_achievement, "resultDescription").Where(IsOutcome).Select(Outcome)],
        [.. Elements()],
        true);

    private IEnumerable<ShownElement> Elements() =>
        _achievement.TryGetProperty("criteria", out var criteria) && Text(criteria, "narrative") is { } narrative
            ? Line()
                .Matches(narrative)
                .Select(line => new ShownElement(
                    line.Groups["label"].Value.TrimEnd(':', ' ', '\u00a0'),
                    line.Groups["text"].Value.Trim(),
                    line.Groups["address"] is { Success: true } address ? address.Value : null))
            : [];

    private static bool IsOutcome(JsonElement description) => Text(description, "resultType") == "Status";

    private static ShownOutcome Outcome(JsonElement description) => new(
        Text(description, "name") ?? "",
            [
                .. List(description, "alignment")
                    .Select(skill => new ShownSkill(
                        Text(skill, "targetName") ?? "",
                        Text(skill, "targetUrl"),
                        Text(skill, "targetFramework"))),
            ]);

    private static JsonElement.ArrayEnumerator List(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    /// <summary>A line of the criteria's narrative: <c>**label:** text</c>, the text perhaps a link.</summary>
    [GeneratedRegex(@"^\*\*(?<label>[^*]+)\*\*(?: \[(?<text>[^\]]*)\]\((?<address>[^)]*)\)|(?<text>.+))$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
