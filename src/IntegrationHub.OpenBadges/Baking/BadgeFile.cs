using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationHub.OpenBadges.Baking;

/// <summary>What a file that somebody brings may be.</summary>
public enum BadgeFileKind
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>JSON: a credential with an embedded proof, it is hoped.</summary>
    Json,

    /// <summary>A compact JWT.</summary>
    Jwt,

    /// <summary>A PNG picture.</summary>
    Png,

    /// <summary>An SVG picture.</summary>
    Svg,
}

/// <summary>A file that somebody brings, and the credential taken out of it.</summary>
/// <param name="File">What the file is.</param>
/// <param name="Kind">What the credential is: JSON, JWT, or unknown where there is none.</param>
/// <param name="Credential">The credential as UTF-8.</param>
public sealed partial record BadgeFile(BadgeFileKind File, BadgeFileKind Kind, ReadOnlyMemory<byte> Credential)
{
    /// <summary>Takes the credential out of a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="BakingException">A picture that is damaged or holds several credentials.</exception>
    public static BadgeFile Open(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default) => Detect(bytes.Span) switch
    {
        BadgeFileKind.Png => Baked(BadgeFileKind.Png, PngBaking.Open(bytes, cancellation)),
        BadgeFileKind.Svg => Baked(BadgeFileKind.Svg, SvgBaking.Open(bytes, cancellation)),
        BadgeFileKind.Unknown when IsQuotedJwt(Trim(bytes).Span) => new(BadgeFileKind.Jwt, BadgeFileKind.Jwt, Trim(bytes)[1..^1]),
        var plain => new(plain, plain, Trim(bytes)),
    };

    /// <summary>Whether it is a picture that holds no credential, but an assertion of Open Badges 1 or 2.</summary>
    internal bool IsOpenBadges2 { get; private init; }

    /// <summary>What a file is, by its first bytes.</summary>
    public static BadgeFileKind Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(PngChunks.Signature))
            return BadgeFileKind.Png;

        var text = Trim(bytes);
        return text switch
        {
            [(byte)'{', ..] => BadgeFileKind.Json,
            [(byte)'<', ..] => BadgeFileKind.Svg,
            [(byte)'e', (byte)'y', ..] when CompactJwt().IsMatch(Encoding.Latin1.GetString(text)) => BadgeFileKind.Jwt,
            _ => BadgeFileKind.Unknown,
        };
    }

    private static BadgeFile Baked(BadgeFileKind file, Unbaked unbaked) => Detect(unbaked.Credential) switch
    {
        var kind and (BadgeFileKind.Json or BadgeFileKind.Jwt) => new(file, kind, Trim(unbaked.Credential.AsMemory())),
        _ => new(file, BadgeFileKind.Unknown, default) { IsOpenBadges2 = unbaked is { Credential: null, IsOpenBadges2: true } },
    };

    /// <summary>A JWT as the text that JSON makes of it, in quotes.</summary>
    private static bool IsQuotedJwt(ReadOnlySpan<byte> text) =>
        text is [(byte)'"', .., (byte)'"'] && Detect(text[1..^1]) == BadgeFileKind.Jwt;

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes) =>
        (bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes).Trim(" \t\r\n"u8);

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> bytes) =>
        (bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes).Trim(" \t\r\n"u8);

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\z")]
    private static partial Regex CompactJwt();
}
