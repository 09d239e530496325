using IntegrationHub.Catalogue.Pictures;
using IntegrationHub.Catalogue.Rules;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Catalogue.Reading;

/// <summary>An institution's files with what they say, as far as they can be read.</summary>
/// <param name="Id">Name of the folder.</param>
/// <param name="Main">Content of <c>institution.yaml</c>; null where it is absent or unreadable.</param>
/// <param name="MicroCredentials">Content of each micro-credential's file.</param>
/// <param name="Pictures">The pictures, by path within the folder.</param>
internal sealed record InstitutionDraft(
    string Id, InstitutionShape? Main, IReadOnlyList<MicroCredentialDraft> MicroCredentials, IReadOnlyDictionary<string, PictureFile> Pictures)
{
    /// <summary>The versions that are no longer in force, of every micro-credential.</summary>
    public IReadOnlyList<MicroCredentialDraft> Earlier { get; init; } = [];

    /// <summary>Every version of every micro-credential.</summary>
    public IEnumerable<MicroCredentialDraft> Versions => MicroCredentials.Concat(Earlier);

    public IEnumerable<MicroCredentialDraft> EarlierOf(string code) => Earlier.Where(earlier => earlier.Code == code);

    /// <summary>The names of secrets in all files.</summary>
    public IEnumerable<Located<string>> Secrets => Versions.Select(version => (Shape?)version.Shape).Prepend(Main).OfType<Shape>().SelectMany(NamedSecrets.In);

    public string MainFile => $"{Id}/{InstitutionFiles.Main}";

    /// <summary>Whether the institution issues its credentials from the hub itself.</summary>
    public bool IssuesItself => Main?.Connections?.Badges?.Kind?.Value == SystemKinds.Hub;
}

/// <summary>An institution with the places where its files name secrets: for its neighbours to be held against.</summary>
internal sealed record PlacedInstitution(Institution Institution, IReadOnlyList<Located<string>> Secrets);

/// <summary>One micro-credential's file.</summary>
internal sealed record MicroCredentialDraft(string File, string Code, MicroCredentialShape Shape);

/// <summary>Reads an institution out of its files.</summary>
internal static class InstitutionReader
{
    /// <summary>The institution of a folder with its files, or every fault there is.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="settings">The host's settings.</param>
    /// <param name="others">The other institutions of the hub.</param>
    public static (PlacedInstitution? Read, InstitutionFiles? Files, IReadOnlyList<CatalogueFault> Faults) Read(
        DirectoryInfo folder, HostSettings settings, IReadOnlyCollection<PlacedInstitution> others)
    {
        try
        {
            if (InstitutionFiles.Read(folder) is not { } files)
                return (null, null, [FileRules.TooMuch(folder.Name)]);
            var (read, faults) = Read(files, settings, others);
            return (read, files, faults);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, null, [FileRules.Unreadable(folder.Name)]);
        }
    }

    /// <summary>The institution, or null with every fault there is.</summary>
    public static (PlacedInstitution? Read, IReadOnlyList<CatalogueFault> Faults) Read(InstitutionFiles files, HostSettings settings, IReadOnlyCollection<PlacedInstitution> others)
    {
        var faults = new FaultList();
        FileRules.Check(files, faults);
        var draft = new InstitutionDraft(
            files.Id,
            files.Texts.TryGetValue(InstitutionFiles.Main, out var main)
                ? ShapeReader.Read<InstitutionShape>($"{files.Id}/{InstitutionFiles.Main}", main, settings, faults)
                : null,
            [.. MicroCredentials(files, FileRules.IsMicroCredential, settings, faults)],
            files.Pictures)
        {
            Earlier = [.. MicroCredentials(files, FileRules.IsEarlierVersion, settings, faults)],
        };
        InstitutionRules.Check(draft, faults);
        IssuerRules.Check(draft, faults);
        NeighbourRules.Check(draft, others, faults);
        SecretRules.Check(draft, others, settings.Secrets, faults);
        MicroCredentialRules.Check(draft, faults);
        VersionRules.Check(draft, faults);
        StackRules.Check(draft, faults);
        RecognisedRules.Check(draft, faults);
        return faults.Count == 0 ? (new(ToCore.Institution(draft), [.. draft.Secrets]), []) : (null, faults.All);
    }

    private static IEnumerable<MicroCredentialDraft> MicroCredentials(InstitutionFiles files, Func<string, bool> isOne, HostSettings settings, FaultList faults)
    {
        foreach (var (path, text) in files.Texts.Where(file => isOne(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var file = $"{files.Id}/{path}";
            if (ShapeReader.Read<MicroCredentialShape>(file, text, settings, faults) is { } shape)
                yield return new(file, FileRules.CodeOf(path), shape);
        }
    }
}
