using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Catalogue.Reading;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Catalogue;

/// <summary>Checks a catalogue folder without a running hub.</summary>
public static class CatalogueLint
{
    /// <summary>Every fault of every institution in the folder, by file and place; none means that it can be published.</summary>
    /// <param name="folder">The folder that holds a folder per institution.</param>
    /// <param name="hostSetting">Finds host settings: what <c>%Name%</c> stands for, and the lists <c>InstitutionSecrets:…</c>; null where
    /// one is not set.</param>
    /// <param name="kinds">The kinds of systems that files may name.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<CatalogueFault> Check(string folder, Func<string, string?> hostSetting, ConnectorKinds kinds)
    {
        var settings = new HostSettings(hostSetting, kinds);
        var (good, faults) = (new List<PlacedInstitution>(), new List<CatalogueFault>());
        foreach (var institution in InstitutionFiles.Folders(folder))
        {
            var read = InstitutionReader.Read(institution, settings, good);
            faults.AddRange(read.Faults);
            if (read.Read is not null)
                good.Add(read.Read);
        }

        return faults;
    }
}
