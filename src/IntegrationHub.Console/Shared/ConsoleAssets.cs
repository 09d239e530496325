using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace IntegrationHub.Console.Shared;

/// <summary>The files that pages link to, embedded in the assembly: <c>/assets/{file}?v={version}</c>.</summary>
public static class ConsoleAssets
{
    private static readonly FrozenDictionary<string, (string ContentType, string Version)> Known = new Dictionary<string, string>
    {
        ["console.css"] = "text/css; charset=utf-8",
        ["console.js"] = "text/javascript; charset=utf-8",
        ["htmx.min.js"] = "text/javascript; charset=utf-8",
        ["public.css"] = "text/css; charset=utf-8",
        ["NotoSansCanadianAboriginal.ttf"] = "font/ttf",
        ["NotoSansArabic.ttf"] = "font/ttf",
        ["icon.svg"] = "image/svg+xml",
    }.ToFrozenDictionary(asset => asset.Key, asset => (asset.Value, VersionOf(asset.Key)));

    /// <summary>Names of all assets.</summary>
    public static IEnumerable<string> Files => Known.Keys;

    /// <summary>Address of an asset; changes with its content, so that it may be cached for ever.</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public static string Address(string file) => $"/assets/{file}?v={Known[file].Version}";

    /// <summary>Opens an asset.</summary>
    /// <param name="file">Its name, e.g. <c>console.css</c>.</param>
    /// <param name="stream">Its content; the caller disposes of it.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="etag">Its entity tag, quoted.</param>
    /// <returns>False where there is no such asset.</returns>
    public static bool TryOpen(
        string file,
        [NotNullWhen(true)] out Stream? stream,
        [NotNullWhen(true)] out string? contentType,
        [NotNullWhen(true)] out string? etag)
    {
        (stream, contentType, etag) = Known.TryGetValue(file, out var known)
            ? (Open(file), known.ContentType, $"\"{known.Version}\"")
            : ((Stream?)null, (string?)null, (string?)null);
        return stream is not null;
    }

    private static string VersionOf(string file)
    {
        using var stream = Open(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream).AsSpan(0, 8));
    }

    private static Stream Open(string file) => typeof(ConsoleAssets).Assembly.GetManifestResourceStream(file)!;
}
