using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Catalogue.Mapping;
using IntegrationHub.Catalogue.Rules;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Reading;

/// <summary>Reads an institution out of its files.</summary>
internal static class InstitutionReader
{
    /// <summary>The institution of a folder with its files, or every fault there is.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="settings">The host's settings.</param>
    /// <param name="others">The other institutions of the hub.</param>
    public static (PlacedInstitution? Read, InstitutionFiles? Files, IReadOnlyList<CatalogueFault> Faults) Read(
        DirectoryInfo folder,
        HostSettings settings,
        IReadOnlyCollection<PlacedInstitution> others)
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
    public static (PlacedInstitution? Read, IReadOnlyList<CatalogueFault> Faults) Read(
        InstitutionFiles files,
        HostSettings settings,
        IReadOnlyCollection<PlacedInstitution> others)
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
            Kinds = settings.Kinds,
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

    private static IEnumerable<MicroCredentialDraft> MicroCredentials(
        InstitutionFiles files,
        Func<string, bool> isOne,
        HostSettings settings,
        FaultList faults)
    {
        foreach (var (path, text) in files.Texts.Where(file => isOne(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var file = $"{files.Id}/{path}";
            if (ShapeReader.Read<MicroCredentialShape>(file, text, settings, faults) is { } shape)
                yield return new(file, FileRules.CodeOf(path), shape);
        }
    }
}
