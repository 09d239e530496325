using IntegrationHub.Catalogue.Pictures;

namespace IntegrationHub.Catalogue.Reading;

/// <summary>The files of one institution: YAML as text, pictures as they are.</summary>
/// <param name="Id">Name of the folder.</param>
/// <param name="Texts">Text by path within the folder, with slashes, e.g. <c>micro-credentials/water-sampling.yaml</c>.</param>
/// <param name="Pictures">Pictures by path within the folder.</param>
internal sealed record InstitutionFiles(string Id, IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, PictureFile> Pictures)
{
    public const string Main = "institution.yaml";

    public const string MicroCredentials = "micro-credentials/";

    // What cannot be opened must fail: a folder passed over would take its micro-credentials out of force.
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = false };

    /// <summary>The folders of a catalogue folder that are institutions: those that do not begin with a dot.</summary>
    public static IEnumerable<DirectoryInfo> Folders(string catalogue) =>
        new DirectoryInfo(catalogue).EnumerateDirectories().Where(folder => !folder.Name.StartsWith('.')).OrderBy(folder => folder.Name, StringComparer.Ordinal);

    /// <summary>Names, sizes and times of an institution's files: another stamp, another version.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static string Stamp(DirectoryInfo folder) => string.Join('|', In(folder)
        .Select(file => $"{file.FullName}:{file.Length}:{file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal));

    /// <summary>The YAML files and pictures below an institution's folder.</summary>
    private static IEnumerable<FileInfo> In(DirectoryInfo folder) =>
        folder.EnumerateFiles("*", Below).Where(file => (IsText(file) || PictureFile.Is(file.Name)) && !file.Name.StartsWith('.'));

    private static bool IsText(FileInfo file) => file.Extension is ".yaml" or ".yml";

    /// <summary>The institution's files.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static InstitutionFiles Read(DirectoryInfo folder)
    {
        var files = In(folder).ToLookup(IsText, file => (Path: Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'), File: file));
        return new(
            folder.Name,
            files[true].ToDictionary(found => found.Path, found => File.ReadAllText(found.File.FullName)),
            files[false].ToDictionary(found => found.Path, found => PictureFile.Read(found.File)));
    }
}
