using IntegrationHub.Catalogue.Pictures;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Drafts;

/// <summary>The files of one institution: YAML as text, pictures as they are.</summary>
/// <param name="Id">Name of the folder.</param>
/// <param name="Texts">Text by path within the folder, with slashes, e.g. <c>micro-credentials/water-sampling.yaml</c>.</param>
/// <param name="Pictures">Pictures by path within the folder.</param>
internal sealed record InstitutionFiles(
    string Id,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<string, PictureFile> Pictures)
{
    public const string Main = "institution.yaml";

    public const string MicroCredentials = "micro-credentials/";

    /// <summary>Largest YAML file, in bytes.</summary>
    public const int LargestText = 256 * 1024;

    /// <summary>Most YAML files and pictures of an institution.</summary>
    public const int MostFiles = 5_000;

    /// <summary>Most bytes of all its YAML files, and of all its pictures.</summary>
    public const long MostText = 16 * 1024 * 1024,
        MostPictures = 128 * 1024 * 1024;

    /// <summary>YAML files that are larger than may be read, and are not in <see cref="Texts"/>.</summary>
    public IReadOnlyList<string> TooLarge { get; init; } = [];

    // What cannot be opened must fail: a folder passed over would take its micro-credentials out of force.
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 4,
        IgnoreInaccessible = false,
    };

    /// <summary>The folders of a catalogue folder that are institutions: those that do not begin with a dot.</summary>
    public static IEnumerable<DirectoryInfo> Folders(string catalogue) =>
        new DirectoryInfo(catalogue)
            .EnumerateDirectories()
            .Where(folder => !folder.Name.StartsWith('.'))
            .OrderBy(folder => folder.Name, StringComparer.Ordinal);

    /// <summary>Names, sizes and times of an institution's files: another stamp, another version.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static string Stamp(DirectoryInfo folder) =>
        string.Join(
            '|',
            In(folder).Select(file => $"{file.FullName}:{file.Length}:{file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal));

    /// <summary>The YAML files and pictures below an institution's folder.</summary>
    private static IEnumerable<FileInfo> In(DirectoryInfo folder) =>
        folder.EnumerateFiles("*", Below).Where(file => (IsText(file) || PictureFile.Is(file.Name)) && !file.Name.StartsWith('.'));

    private static bool IsText(FileInfo file) => file.Extension is ".yaml" or ".yml";

    /// <summary>The institution's files; null where they are more, or larger together, than may be read.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static InstitutionFiles? Read(DirectoryInfo folder)
    {
        var all = In(folder).Take(MostFiles + 1).ToList();
        var files = all.ToLookup(IsText, file =>
            (Path: Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'), File: file));
        if (all.Count > MostFiles
            || Together(all.Where(IsText), LargestText) > MostText
            || Together(all.Where(file => !IsText(file)), Picture.Largest) > MostPictures)
            return null;
        var texts = files[true].Select(found => (found.Path, Text: Text(found.File))).ToLookup(found => found.Text is not null);
        return new(
            folder.Name,
            texts[true].ToDictionary(found => found.Path, found => found.Text!),
            files[false].ToDictionary(found => found.Path, found => PictureFile.Read(found.File)))
        {
            TooLarge = [.. texts[false].Select(found => found.Path)],
        };
    }

    /// <summary>What is larger than one file may be is not read at all.</summary>
    private static long Together(IEnumerable<FileInfo> files, long largest) =>
        files.Where(file => file.Length <= largest).Sum(file => file.Length);

    private static string? Text(FileInfo file)
    {
        using var stream = file.OpenRead();
        if (stream.Length > LargestText)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
