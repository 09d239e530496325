namespace IntegrationHub.Core.Model.Institutions;

/// <summary>
/// The site that an LMS is. A copy of it, made for a test, brings the hub's address and password along; only its host is
/// another.
/// </summary>
public static class LmsSite
{
    /// <summary>The setting of a source that states its sites: addresses or hosts, separated by spaces.</summary>
    public const string Setting = "sites";

    /// <summary>The hosts that a source states; empty where it states none.</summary>
    public static IReadOnlyList<string> Sites(this Source source) => [.. source.List(Setting).Select(Host).OfType<string>()];

    /// <summary>The host of an address, or a host as it is, in lower case; null where it is neither.</summary>
    public static string? Host(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Host.Length > 0 ? absolute.Host.ToLowerInvariant()
        : Uri.TryCreate($"https://{address}", UriKind.Absolute, out var bare) && bare.Host.Length > 0 ? bare.Host.ToLowerInvariant()
        : null;
}
