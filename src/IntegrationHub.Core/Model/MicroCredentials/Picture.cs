namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>A picture of the catalogue, at most <see cref="Largest"/> bytes.</summary>
/// <param name="Content">The file as it is.</param>
/// <param name="MediaType"><see cref="Png"/> or <see cref="Svg"/>.</param>
public sealed record Picture(ReadOnlyMemory<byte> Content, string MediaType)
{
    /// <summary>Largest size of a picture, in bytes.</summary>
    public const int Largest = 512 * 1024;

    /// <summary>Media type of a PNG.</summary>
    public const string Png = "image/png";

    /// <summary>Media type of an SVG.</summary>
    public const string Svg = "image/svg+xml";
}
