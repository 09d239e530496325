using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Graph;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>
/// Looks through all that a hub told (log lines, exported spans, metrics and lines) for what it must never tell: the learners of
/// the campus, secrets, the keys in secret addresses. Words are looked for as they are, as JSON escapes them, as addresses do, and
/// in what base64 hides (a signed delivery).
/// </summary>
internal sealed partial class Privacy
{
    private const int ShortestName = 5; // "Roy" is in "destroy"; the full name is looked for in any case.
    private const int Around = 60;

    public static readonly string[] Places = ["log line", "/v1/logs"];

    private readonly Dictionary<string, string> _forbidden = new(StringComparer.OrdinalIgnoreCase) { ["sig="] = "a signature" };

    /// <summary>What the campus knows of its learners, and every key in a letter that was sent to one.</summary>
    public static Privacy Of(Campus campus, IReadOnlyDictionary<string, string> settings)
    {
        var data = campus.Of<CampusData>();
        var privacy = new Privacy();
        foreach (var learner in data.Learners)
            privacy.Forbid(learner, data.Canvas);
        foreach (var letter in campus.Of<Mailbox>().All())
        {
            foreach (Match link in LearnersPage().Matches(letter.Content))
                privacy.Forbid(link.Groups[1].Value, "the key of a learner's page");
        }

        foreach (var (name, value) in settings.Where(setting => IsSecret(setting.Key)))
            privacy.Forbid(value, $"the secret {name}");
        foreach (Match key in AccountKey().Matches(settings["AzureWebJobsStorage"]))
            privacy.Forbid(key.Groups[1].Value, "the storage account's key");
        return privacy;
    }

    /// <summary>Forbids a word; an empty one is none.</summary>
    public Privacy Forbid(string? word, string what)
    {
        if (string.IsNullOrEmpty(word))
            return this;
        foreach (var form in new[] { word, JsonEncodedText.Encode(word).ToString(), Uri.EscapeDataString(word) })
            _forbidden.TryAdd(form, what);
        return this;
    }

    /// <summary>Where something forbidden stands: what it is, where, and the words around it.</summary>
    public IReadOnlyList<string> Leaks(IReadOnlyCollection<(string Where, string Text)> told)
    {
        var words = SearchValues.Create([.. _forbidden.Keys], StringComparison.OrdinalIgnoreCase);
        return
        [
            .. from one in told.Concat(told.SelectMany(Hidden))
               let at = one.Text.AsSpan().IndexOfAny(words)
               where at >= 0
               let found = _forbidden.First(word => one.Text.AsSpan(at).StartsWith(word.Key, StringComparison.OrdinalIgnoreCase))
               select $"{found.Value} ('{found.Key}') in {one.Where}: …{Excerpt(one.Text, at, found.Key.Length)}…",
        ];
    }

    /// <summary>
    /// Where nothing came to be looked through: each hub says on its console, and exports as a line, which institution is in force.
    /// </summary>
    public static IEnumerable<string> Unseen(IReadOnlyCollection<(string Where, string Text)> told, IEnumerable<string>? places = null) =>
        from place in places ?? Places
        where
            !told.Any(one =>
                one.Where.StartsWith(place, StringComparison.Ordinal) && one.Text.Contains("lacnord", StringComparison.Ordinal))
        select $"Nothing came under '{place}': there was nothing to look through.";

    private static IEnumerable<(string Where, string Text)> Hidden((string Where, string Text) told) =>
        from Match part in Base64().Matches(told.Text)
        let characters = part.Value.Replace('+', '-').Replace('/', '_')
        select (
            $"{told.Where}, in base64",
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars(characters.AsSpan(0, characters.Length / 4 * 4))));

    private void Forbid(Learner learner, CanvasAccount canvas)
    {
        const string what = "a learner";
        Forbid(learner.Name, what)
            .Forbid($"{learner.Family}, {learner.Given}", what)
            .Forbid(learner.Email, what)
            .Forbid(learner.StudentNumber, what)
            .Forbid(learner.Person?.ToString(), what)
            .Forbid(learner.EntraId?.ToString(), what)
            .Forbid(canvas.Global(learner.CanvasId), what)
            .Forbid(learner.Login.Length > ShortestName ? learner.Login : null, what);
        foreach (var name in new[] { learner.Given, learner.Family }.Where(name => name.Length >= ShortestName))
            Forbid(name, what);
    }

    private static bool IsSecret(string setting) =>
        setting.StartsWith("LACNORD_", StringComparison.Ordinal) || setting == IntegrationHub.Cli.Local.LocalSecrets.AdminKey;

    private static string Excerpt(string text, int at, int length)
    {
        var from = Math.Max(0, at - Around);
        var excerpt = text[from..Math.Min(text.Length, at + length + Around)];
        return new([.. excerpt.Select(c => char.IsControl(c) || c == '\uFFFD' ? '·' : c)]);
    }

    [GeneratedRegex(@"/learner/([^""'\s?#/<&]+)")]
    private static partial Regex LearnersPage();

    [GeneratedRegex("[A-Za-z0-9+/_-]{24,}")]
    private static partial Regex Base64();

    [GeneratedRegex("AccountKey=([^;]+)")]
    private static partial Regex AccountKey();
}
