using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.OpenBadges.Keys;

/// <summary>The DID method <c>did:web</c>: an identifier that names an https address.</summary>
public static class DidWeb
{
    private const string Prefix = "did:web:";
    private const string Document = "did.json";

    /// <summary>Whether a text is a did:web, well formed or not.</summary>
    public static bool Is(string did) => did.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>
    /// Where the document of a did:web lies: <c>https://host/path/did.json</c>, or <c>/.well-known/did.json</c> where it has no path.
    /// </summary>
    /// <exception cref="KeyException">Not a well-formed did:web.</exception>
    public static Uri ToAddress(string did) => TryToAddress(did, out var address)
        ? address
        : throw new KeyException(
            "The did:web is malformed: it names no valid host, or a part of it is empty or holds '/', '?', '#' or '@'.");

    /// <inheritdoc cref="ToAddress"/>
    /// <returns>False where it is not a well-formed did:web.</returns>
    public static bool TryToAddress(string did, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        if (!Is(did))
            return false;

        var segments = did[Prefix.Length..].Split(':').Select(Uri.UnescapeDataString).ToList();
        var (host, path) = (segments[0], segments[1..]);
        if (path.Any(segment => segment is "" or "." or ".." || segment.IndexOfAny(['/', '\\', '?', '#']) >= 0)
            || host.IndexOfAny(['/', '\\', '?', '#', '@']) >= 0)
            return false;

        var folder = path is [] ? ".well-known" : string.Join('/', path.Select(Uri.EscapeDataString));
        return Uri.TryCreate($"https://{host}/{folder}/{Document}", UriKind.Absolute, out address) && address.Host.Length > 0;
    }

    /// <summary>
    /// The did:web whose document is served at <c>{folder}/did.json</c>; of a bare origin, at <c>/.well-known/did.json</c>.
    /// </summary>
    /// <exception cref="KeyException">Not https, or with a query or fragment.</exception>
    public static string FromAddress(Uri folder)
    {
        if (folder is not { IsAbsoluteUri: true, Scheme: "https", Query: "", Fragment: "", UserInfo: "" })
            throw new KeyException("A did:web stands for an https address without query or fragment.");

        var host = folder.IsDefaultPort ? folder.Host : $"{folder.Host}%3A{folder.Port}";
        var path = folder.AbsolutePath.Replace(":", "%3A", StringComparison.Ordinal).Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Prefix + string.Join(':', path.Prepend(host));
    }
}
