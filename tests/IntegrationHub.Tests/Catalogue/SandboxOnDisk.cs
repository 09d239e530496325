using System.Text.RegularExpressions;
using IntegrationHub.Catalogue;
using Shouldly;

namespace IntegrationHub.Tests.Catalogue;

/// <summary>A copy of the sandbox institution's files, to be changed.</summary>
internal sealed partial class SandboxOnDisk : IDisposable
{
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

    /// <summary>Puts the hub in the place of whatever platform issues the badges.</summary>
    public void IssueFromTheHub()
    {
        var file = Path.Combine(_folder.FullName, "lacnord", "institution.yaml");
        var text = File.ReadAllText(file);
        Badges().Count(text).ShouldBe(1);
        File.WriteAllText(file, Badges().Replace(text, "\n  badges:\n    kind: hub\n"));
    }

    public IReadOnlyList<CatalogueFault> Lint() =>
        CatalogueLint.Check(_folder.FullName, name => name == "SandboxUrl" ? "http://localhost:7080" : CatalogueOnDisk.HostSetting(name));

    public void Dispose() => _folder.Delete(recursive: true);

    [GeneratedRegex(@"\n  badges:\n(    .*\n)+")]
    private static partial Regex Badges();
}
