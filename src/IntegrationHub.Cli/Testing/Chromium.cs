using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Testing;

/// <summary>Finds a Chromium for the browser tests, or installs it where that is ours to do.</summary>
internal static class Chromium
{
    public const string Variable = "CHROME_PATH";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

    private static readonly string[] Elsewhere =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    public static async Task<string> Get(Workspace workspace, Screen screen, CancellationToken cancellation)
    {
        if (workspace.Environment(Variable) is { Length: > 0 } given)
            return File.Exists(given) ? given : throw new CliException(Texts.Get("chromium.notThere", Variable, given));
        if (Find(workspace.Environment) is { } found)
            return found;
        if (!File.Exists("/etc/debian_version") || !Environment.IsPrivilegedProcess)
            throw new CliException(Texts.Get("chromium.missing", Variable));

        screen.Line(Texts.Get("chromium.installing"));
        (string, string) unattended = ("DEBIAN_FRONTEND", "noninteractive");
        var code = await Tool.Run("apt-get", ["update", "-q"], workspace.Root, cancellation, unattended);
        if (code == 0)
            code = await Tool.Run(
                "apt-get",
                ["install", "-y", "-q", "--no-install-recommends", "chromium"],
                workspace.Root,
                cancellation,
                unattended);
        return (code == 0 ? Find(workspace.Environment) : null) ?? throw new CliException(Texts.Get("chromium.failed", code, Variable));
    }

    private static string? Find(Func<string, string?> environment) =>
        (environment("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .Concat(Elsewhere)
            .FirstOrDefault(File.Exists);
}
