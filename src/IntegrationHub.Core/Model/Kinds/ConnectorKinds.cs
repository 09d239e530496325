using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Kinds;

/// <summary>
/// Every kind of source, of proof and of connection that this hub has a connector for. Built once, from what the connectors
/// registered.
/// </summary>
public sealed class ConnectorKinds(
    IEnumerable<AuthenticationKind> authentications,
    IEnumerable<SourceKind> sources,
    IEnumerable<ConnectionKind> connections)
{
    private readonly Dictionary<string, AuthenticationKind> _authentications = authentications.ToDictionary(kind => kind.Name);
    private readonly Dictionary<string, SourceKind> _sources = sources.ToDictionary(kind => kind.Name);
    private readonly Dictionary<(ConnectionRole Role, string Name), ConnectionKind> _connections =
        connections.ToDictionary(kind => (kind.Role, kind.Name));

    /// <summary>Ways of proof, in the order of their registration.</summary>
    public IReadOnlyCollection<AuthenticationKind> Authentications => _authentications.Values;

    /// <summary>Kinds of sources.</summary>
    public IReadOnlyCollection<SourceKind> Sources => _sources.Values;

    /// <summary>Kinds of connections.</summary>
    public IReadOnlyCollection<ConnectionKind> Connections => _connections.Values;

    /// <summary>A way of proof; null where the hub knows none of that name.</summary>
    public AuthenticationKind? Authentication(string? name) => name is null ? null : _authentications.GetValueOrDefault(name);

    /// <summary>A kind of source; null where the hub has none of that name.</summary>
    public SourceKind? Source(string? name) => name is null ? null : _sources.GetValueOrDefault(name);

    /// <summary>A kind of connection; null where the hub has none of that name for that role.</summary>
    public ConnectionKind? Connection(ConnectionRole role, string? name) =>
        name is null ? null : _connections.GetValueOrDefault((role, name));

    /// <summary>The ways in which a kind of source can prove its deliveries, the one that counts by default first.</summary>
    public IReadOnlyList<string> AuthenticationsOf(SourceKind kind) =>
    [
        .. kind.Authentications
            .Union(Authentications.Where(one => kind.TakesAnyAuthentication && one.FitsAnySender).Select(one => one.Name)),
    ];

    /// <summary>
    /// What one does in the sender's own pages to connect a source: each way that can prove itself as the source does, or
    /// all where none can.
    /// </summary>
    public IReadOnlyList<SourceSteps> Guide(Source source, Uri address)
    {
        var (ways, proof) = (Source(source.Kind)?.Guide ?? [], Authentication(source.Authentication));
        var fitting = ways.Where(way => way.Authentications.Count == 0 || way.Authentications.Contains(source.Authentication)).ToList();
        object?[] arguments =
        [
            address.OriginalString,
            .. (proof?.Secrets ?? []).Select(secret => source.Secrets.GetValueOrDefault(secret.Name)?.Current ?? secret.Name),
            .. (proof?.Settings ?? []).Select(setting => source.Setting(setting.Name) ?? setting.Default),
        ];
        return [.. (fitting.Count > 0 ? fitting : ways).Select(way => new SourceSteps(way.Name, [.. Steps(way)], way.Trigger))];

        IEnumerable<BilingualText> Steps(GuideWay way)
        {
            var entered = way.Proofs.GetValueOrDefault(source.Authentication) ?? proof?.Proof;
            return way.BeforeProof.Append(entered).OfType<BilingualText>().Concat(way.AfterProof).Select(step => step.Filled(arguments));
        }
    }
}
