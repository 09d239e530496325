namespace IntegrationHub.OpenBadges.Baking;

/// <summary>A signed credential in a PNG: one uncompressed iTXt chunk with the keyword <c>openbadgecredential</c>.</summary>
public static class PngBaking
{
    /// <summary>The picture with the credential in it, in place of any that it held.</summary>
    /// <param name="png">The picture.</param>
    /// <param name="credential">The signed JSON, or the compact JWT, as UTF-8.</param>
    /// <exception cref="BakingException">The picture is not a sound PNG.</exception>
    public static byte[] Bake(ReadOnlyMemory<byte> png, ReadOnlySpan<byte> credential)
    {
        var chunks = PngChunks.Read(png).Where(chunk => !PngText.IsCredential(chunk)).ToList();
        var place = chunks.FindIndex(chunk => chunk.Type is "IDAT" or "IEND");
        chunks.Insert(place, PngText.Chunk(credential));

        using var baked = new MemoryStream();
        baked.Write(PngChunks.Signature);
        foreach (var chunk in chunks)
            baked.Write(chunk.Whole.Span);
        return baked.ToArray();
    }

    /// <summary>The credential in a picture: signed JSON or a compact JWT, as UTF-8; null where it holds none.</summary>
    /// <exception cref="BakingException">The picture is not a sound PNG, holds several credentials, or one that cannot be read.</exception>
    public static byte[]? Unbake(ReadOnlyMemory<byte> png, CancellationToken cancellation = default) => Open(png, cancellation).Credential;

    internal static Unbaked Open(ReadOnlyMemory<byte> png, CancellationToken cancellation)
    {
        var chunks = PngChunks.Read(png, cancellation);
        var credential = chunks.Where(PngText.IsCredential).ToList() switch
        {
            [] => null,
            [var one] => PngText.Read(one, cancellation),
            _ => throw new BakingException("The picture holds more than one credential."),
        };
        return new(credential, chunks.Any(PngText.IsOpenBadges2));
    }
}
