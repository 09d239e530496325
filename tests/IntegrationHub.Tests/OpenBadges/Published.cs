using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges;

/// <summary>1EdTech's published vectors and examples, kept beside the repository; a test skips where they are not.</summary>
internal static partial class Published
{
    public static JsonElement Read(string path) => Parse(Text(path));

    public static string Text(string path) => File.ReadAllText(At(path));

    public static byte[] Bytes(string path) => File.ReadAllBytes(At(path));

    /// <summary>The credentials printed in one of the standard's pages, in order.</summary>
    public static IReadOnlyList<JsonElement> PrintedIn(string page) =>
        [
            .. Printed()
                .Matches(Text(page))
                .Select(block => block.Groups[1].Value)
                .Where(text => text.Contains("\"@context\"", StringComparison.Ordinal))
                .Select(Parse),
        ];

    /// <summary>The value printed below a heading, e.g. a hash in hexadecimal.</summary>
    public static string Below(string heading, string page) =>
        Regex.Match(Text(page), $"id=\"{heading}\".*?<code\\s*>(.*?)</code", RegexOptions.Singleline).Groups[1].Value;

    /// <summary>A folder of cases beside the repository; null where it is not there.</summary>
    public static DirectoryInfo? Cases(string name) =>
        IntegrationHub.Testing.Connectors.Readings.Beside("cases") is { } cases ? new(Path.Combine(cases.FullName, name)) : null;

    private static string At(string path)
    {
        var samples = IntegrationHub.Testing.Connectors.Readings.Samples();
        Assert.SkipWhen(samples is null, "The samples are not beside this repository.");
        return Path.Combine(samples!.FullName, "ob3", path);
    }

    /// <summary>The first proof of a document.</summary>
    public static JsonElement Proof(JsonElement secured) =>
        secured.GetProperty("proof") is { ValueKind: JsonValueKind.Array } proofs ? proofs[0] : secured.GetProperty("proof");

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    [GeneratedRegex("<pre[^>]*>(.*?)</pre", RegexOptions.Singleline)]
    private static partial Regex Printed();
}
