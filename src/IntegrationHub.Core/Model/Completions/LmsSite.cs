using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Model.Completions;

/// <summary>
/// The site that an LMS is: its host, or what else its events name it by. A copy of it, made for a test, brings the hub's address and
/// password along; only its site is another.
/// </summary>
/// <param name="Name">In lower case.</param>
/// <param name="Setting">The setting of the source that states its own sites.</param>
public sealed record LmsSite(string Name, string Setting = LmsSite.Hosts)
{
    /// <summary>The setting that states hosts: addresses or hosts, separated by spaces.</summary>
    public const string Hosts = "sites";

    /// <summary>The site at an address, or a host as it is; null where it is neither.</summary>
    public static LmsSite? At(string? address) => Host(address) is { } host ? new(host) : null;

    /// <summary>A site by another name than its host; null where it has none.</summary>
    /// <param name="name">The name: its case means nothing.</param>
    /// <param name="setting">The setting that states such names.</param>
    public static LmsSite? Named(string? name, string setting) =>
        string.IsNullOrWhiteSpace(name) ? null : new(name.Trim().ToLowerInvariant(), setting);

    /// <summary>Whether a source says which sites are its own.</summary>
    public bool IsStatedBy(Source source) => source.List(Setting).Count > 0;

    /// <summary>Whether what was read is of none of the sites that its source states: a copy's, or a stranger's.</summary>
    public static bool IsOfAnother(Source source, Reading reading) =>
        reading.IsForeign
        || (reading.Completions.Count > 0
            && Stated(source) is { Count: > 0 } stated
            && reading.Completions.Any(completion => completion.Site is { Setting: Hosts } site && !stated.Contains(site.Name)));

    private static HashSet<string> Stated(Source source) => [.. source.List(Hosts).Select(Host).OfType<string>()];

    /// <summary>The host of an address, or a host as it is, in lower case; null where it is neither.</summary>
    public static string? Host(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Host.Length > 0 ? absolute.Host.ToLowerInvariant()
        : Uri.TryCreate($"https://{address}", UriKind.Absolute, out var bare) && bare.Host.Length > 0 ? bare.Host.ToLowerInvariant()
        : null;
}
