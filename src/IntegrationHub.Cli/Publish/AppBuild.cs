using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Publish;

/// <summary>Builds the program for a platform into a folder of its own.</summary>
internal sealed partial class AppBuild(Workspace workspace, string runtime)
{
    private const int Shown = 3;

    public string Runtime => runtime;

    public string Folder => Path.Combine(workspace.Packages, runtime);

    public string Log => Folder + ".log";

    public string UsualZip => Path.Combine(workspace.Packages, $"integration-hub-{runtime}.zip");

    /// <summary>It is there, whole, and made after what the script has built since.</summary>
    public bool IsCurrent =>
        Directory.Exists(Folder)
        && !AppPackage.Faults(Folder).Any()
        && Sources().All(source => File.GetLastWriteTimeUtc(source) <= File.GetLastWriteTimeUtc(Log));

    /// <summary>The package that this machine runs.</summary>
    public static AppBuild ForThisMachine(Workspace workspace)
    {
        var system = OperatingSystem.IsMacOS() ? "osx" : "linux";
        return new(workspace, $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}");
    }

    /// <exception cref="CliException">Packages cannot be restored, or the build fails; the message names the log.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(workspace.Packages);
        var (code, output) = await Tool.Listen(
            "dotnet",
            [
                "publish",
                Path.Combine(workspace.Root, "src", "IntegrationHub.Functions"),
                "--configuration",
                "Release",
                "--runtime",
                runtime,
                "--output",
                Folder,
                "--nologo",
                "--verbosity",
                "minimal",
            ],
            workspace.Root,
            cancellation,
            ("DOTNET_CLI_UI_LANGUAGE", "en"));
        await File.WriteAllTextAsync(Log, output, cancellation);
        if (code != 0)
            throw new CliException(Refusal(output));
    }

    private string[] Sources() =>
        [
            Path.Combine(workspace.Root, "host.json"),
            .. Directory.GetFiles(Path.GetDirectoryName(workspace.Program("src", "IntegrationHub.Functions"))!, "IntegrationHub.*.dll"),
        ];

    private string Refusal(string output)
    {
        var missing = Unrestored().Matches(output).Select(match => match.Groups["package"].Value).Distinct().ToList();
        if (missing.Count > 0 || SourceSilent().IsMatch(output))
            return Texts.Get("publish.notRestored", runtime, Few(missing), Log);
        var faults = output.Split('\n').Where(line => Fault().IsMatch(line)).Select(line => line.Trim()).Distinct().Take(Shown);
        return string.Join(Environment.NewLine, [.. faults, Texts.Get("publish.failed", runtime, Log)]);
    }

    private static string Few(List<string> packages) =>
        packages.Count == 0 ? "NU1301" : string.Join(", ", packages.Take(Shown)) + (packages.Count > Shown ? ", …" : "");


    // NU1101: no source knows the package. NU1102, NU1103: none has that version.
    [GeneratedRegex(@"error NU110[1-3]: Unable to find a? ?(?:stable )?package (?<package>[\w.-]+\w)")]
    private static partial Regex Unrestored();

    // NU1301: a source cannot be reached.
    [GeneratedRegex("error NU1301:")]
    private static partial Regex SourceSilent();

    [GeneratedRegex(@"\berror\b")]
    private static partial Regex Fault();
}
