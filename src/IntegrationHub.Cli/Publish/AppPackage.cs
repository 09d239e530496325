using System.IO.Compression;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Publish;

/// <summary>The zip that is deployed: the same files give the same bytes.</summary>
internal static class AppPackage
{
    private const int Readable = 0b110_100_100 << 16;
    private const int Executable = 0b111_101_101 << 16;

    // What either host needs; what follows host.json is only for the Azure Functions host.
    private static readonly string[] Parts =
    [
        "IntegrationHub.Functions.dll",
        "IntegrationHub.Functions.deps.json",
        "IntegrationHub.Functions.runtimeconfig.json",
        "IntegrationHub.EmbeddedHost.dll",
        "host.json",
        "functions.metadata",
        "worker.config.json",
        "extensions.json",
        ".azurefunctions/",
    ];

    // The earliest that a zip can say.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What must be in the package and is not, and what must never be.</summary>
    public static IEnumerable<string> Faults(string folder)
    {
        foreach (var part in Parts.Where(part => !Exists(folder, part)))
            yield return Texts.Get("publish.lacks", part);
        foreach (var settings in Files(folder).Where(IsLocalSettings))
            yield return Texts.Get("publish.localSettings", settings);
    }

    /// <returns>How many files are in it.</returns>
    public static int Zip(string folder, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var (next, names) = (file + ".new", Files(folder));
        using (var zip = new ZipArchive(File.Create(next), ZipArchiveMode.Create))
            foreach (var name in names)
                Add(zip, folder, name);
        File.Move(next, file, overwrite: true);
        return names.Count;
    }

    private static void Add(ZipArchive zip, string folder, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = name == "IntegrationHub.Functions" ? Executable : Readable;
        using var from = File.OpenRead(Path.Combine(folder, name));
        using var to = entry.Open();
        from.CopyTo(to);
    }

    private static List<string> Files(string folder) =>
        [
            .. Directory
                .EnumerateFiles(
                    folder,
                    "*",
                    new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];


    private static bool Exists(string folder, string part) =>
        part.EndsWith('/') ? Directory.Exists(Path.Combine(folder, part)) : File.Exists(Path.Combine(folder, part));

    private static bool IsLocalSettings(string name)
    {
        var file = Path.GetFileName(name);
        return file.StartsWith("local.settings", StringComparison.OrdinalIgnoreCase)
            && file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
    }
}
