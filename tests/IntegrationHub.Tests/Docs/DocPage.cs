using System.Text.RegularExpressions;
using IntegrationHub.Testing;

namespace IntegrationHub.Tests.Docs;

/// <summary>A page that people read: the README or a file of docs/.</summary>
/// <param name="Name">Path in the repository, e.g. <c>docs/sources.md</c>.</param>
/// <param name="Text">The Markdown.</param>
internal sealed partial record DocPage(string Name, string Text)
{
    private static readonly string[] WhollyFrench =
        ["docs/guide-lms.md", "docs/guide-registraire.md", "docs/guide-catalogue.md", "docs/exploitation.md"];

    /// <summary>The README and the pages of docs/, without the decision records.</summary>
    public static IReadOnlyList<DocPage> All { get; } =
    [
        .. Directory.GetFiles(Repository.Path("docs"), "*.md").Order(StringComparer.Ordinal)
            .Prepend(Repository.Path("README.md")).Select(ReadFile),
    ];

    /// <summary>The decision records and the pages beside the sources.</summary>
    public static IReadOnlyList<DocPage> Others { get; } =
    [
        .. Directory.GetFiles(Repository.Path("docs", "decisions"), "*.md")
            .Concat(Directory.GetDirectories(Repository.Path("src")).Select(room => Path.Combine(room, "README.md")).Where(File.Exists))
            .Select(ReadFile),
    ];

    public static DocPage Of(string name) => All.Single(page => page.Name == name);

    /// <summary>What is English on it; the runbook holds both languages, the French first.</summary>
    public string English => WhollyFrench.Contains(Name) ? "" : Name == "docs/runbook.md" ? Halves[1] : Text;

    /// <summary>What is French on it.</summary>
    public string French => WhollyFrench.Contains(Name) ? Text : Name == "docs/runbook.md" ? Halves[0] : "";

    public string[] Lines => Text.Split('\n');

    private string[] Halves => Text.Split("\n## English\n");

    /// <summary>The sentences alone: no code, no addresses of links, no pointer to the page in the other language, single blanks.</summary>
    public static string Prose(string text) => Blanks().Replace(NoProse().Replace(text, "x"), " ");

    /// <summary>The Markdown without its code.</summary>
    public static string NoCode(string text) => Code().Replace(text, "x");

    private static DocPage ReadFile(string path) =>
        new(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllText(path));

    [GeneratedRegex("^```.*?^```|`[^`]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"^```.*?^```|`[^`]*`|\]\([^)]*\)|<[^>]*>|\*In\sEnglish:.*?\*|\*En\sfrançais\s:.*?\*",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NoProse();

    [GeneratedRegex("[ \t\r\n]+")]
    private static partial Regex Blanks();
}
