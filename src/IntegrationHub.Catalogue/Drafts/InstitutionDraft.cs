using IntegrationHub.Catalogue.Pictures;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Catalogue.Drafts;

/// <summary>An institution's files with what they say, as far as they can be read.</summary>
/// <param name="Id">Name of the folder.</param>
/// <param name="Main">Content of <c>institution.yaml</c>; null where it is absent or unreadable.</param>
/// <param name="MicroCredentials">Content of each micro-credential's file.</param>
/// <param name="Pictures">The pictures, by path within the folder.</param>
internal sealed record InstitutionDraft(
    string Id,
    InstitutionShape? Main,
    IReadOnlyList<MicroCredentialDraft> MicroCredentials,
    IReadOnlyDictionary<string, PictureFile> Pictures)
{
    /// <summary>The kinds of systems that its files may name.</summary>
    public required ConnectorKinds Kinds { get; init; }

    /// <summary>The versions that are no longer in force, of every micro-credential.</summary>
    public IReadOnlyList<MicroCredentialDraft> Earlier { get; init; } = [];

    /// <summary>Every version of every micro-credential.</summary>
    public IEnumerable<MicroCredentialDraft> Versions => MicroCredentials.Concat(Earlier);

    public IEnumerable<MicroCredentialDraft> EarlierOf(string code) => Earlier.Where(earlier => earlier.Code == code);

    /// <summary>An assessment as the events of a source name it; null where it can be none.</summary>
    public string? AssessmentId(string? source, string written) =>
        KindOf(source) is { } kind ? kind.AssessmentId(written.Trim()) : written;

    /// <summary>What a source is; null where the hub knows no such kind, or the institution no such source.</summary>
    public SourceKind? KindOf(string? source) =>
        Kinds.Source(Main?.Sources?.FirstOrDefault(one => one.Key.Value == source).Value?.Kind?.Value);

    /// <summary>The names of secrets in all files.</summary>
    public IEnumerable<Located<string>> Secrets =>
        Versions.Select(version => (Shape?)version.Shape).Prepend(Main).OfType<Shape>().SelectMany(NamedSecrets.In);


    public string MainFile => $"{Id}/{InstitutionFiles.Main}";

    /// <summary>Whether the institution issues its credentials from the hub itself.</summary>
    public bool IssuesItself => BadgePlatform is { IsTheHub: true };

    /// <summary>What its badge platform is; null where it has none that the hub knows.</summary>
    public ConnectionKind? BadgePlatform => Kinds.Connection(ConnectionRole.Badges, Main?.Connections?.Badges?.Kind?.Value);
}

/// <summary>An institution with the places where its files name secrets: for its neighbours to be held against.</summary>
internal sealed record PlacedInstitution(Institution Institution, IReadOnlyList<Located<string>> Secrets);

/// <summary>One micro-credential's file.</summary>
internal sealed record MicroCredentialDraft(string File, string Code, MicroCredentialShape Shape);
