using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Pictures;

/// <summary>A picture as it lies in the folder.</summary>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Content">The file; empty where it is larger than <see cref="Picture.Largest"/>.</param>
internal sealed record PictureFile(long Length, ReadOnlyMemory<byte> Content)
{
    private IReadOnlyList<PictureFault>? _svgFaults;

    /// <summary>What keeps it from being served as an SVG; looked at once, however many micro-credentials name it.</summary>
    public IReadOnlyList<PictureFault> SvgFaults => _svgFaults ??= SafeSvg.Check(Content.Span);

    public static bool Is(string path) =>
        path.EndsWith(".png", StringComparison.Ordinal) || path.EndsWith(".svg", StringComparison.Ordinal);

    public static PictureFile Read(FileInfo file) =>
        new(file.Length, file.Length > Picture.Largest ? default : File.ReadAllBytes(file.FullName));

    /// <summary>Path within the institution's folder of what a file there names.</summary>
    /// <param name="file">The naming file, with the institution's folder.</param>
    /// <param name="name">What it says.</param>
    public static string Path(string file, string name)
    {
        var folder = file[(file.IndexOf('/', StringComparison.Ordinal) + 1)..(file.LastIndexOf('/') + 1)];
        return folder + name;
    }

    public Picture ToCore(string path) => new(Content, path.EndsWith(".png", StringComparison.Ordinal) ? Picture.Png : Picture.Svg);
}
