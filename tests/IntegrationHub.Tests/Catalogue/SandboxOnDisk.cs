using IntegrationHub.Testing.Connectors;
using IntegrationHub.Catalogue;
using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Testing;
using Shouldly;

namespace IntegrationHub.Tests.Catalogue;

/// <summary>A copy of the sandbox institution's files, to be changed.</summary>
internal sealed class SandboxOnDisk : IDisposable
{
    private const string Hub = "  badges:\n    kind: hub # or, on a platform:\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-");

    public SandboxOnDisk()
    {
        var from = Repository.Path("src", "IntegrationHub.Sandbox", "Institutions");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder => _folder.FullName;

    /// <summary>Takes the platform that the file names in a comment.</summary>
    public void IssueOnAPlatform()
    {
        Replace(Hub, "");
        Replace("\n  # ", "\n  ");
    }

    /// <summary>Writes something else into the institution's file.</summary>
    public void Replace(string old, string other)
    {
        var file = Path.Combine(_folder.FullName, "lacnord", "institution.yaml");
        var text = File.ReadAllText(file);
        text.ShouldContain(old);
        File.WriteAllText(file, text.Replace(old, other, StringComparison.Ordinal));
    }

    public IReadOnlyList<CatalogueFault> Lint() =>
        CatalogueLint.Check(
            _folder.FullName,
            name => name == "SandboxUrl" ? "http://localhost:7080" : CatalogueOnDisk.HostSetting(name),
            HubKinds.All);

    public void Dispose() => _folder.Delete(recursive: true);
}
