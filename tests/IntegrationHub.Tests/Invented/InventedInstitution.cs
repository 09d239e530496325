using IntegrationHub.Catalogue;
using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace IntegrationHub.Tests.Invented;

/// <summary>The files of an institution whose systems do not exist, to be spoilt.</summary>
internal sealed class InventedInstitution : IDisposable
{
    private const string Main = """
        id: college
        name: { fr: Collège, en: College }
        timeZone: America/Toronto
        pepper: COLLEGE_PEPPER
        sources:
          slate:
            kind: slate
            settings: { campus: north, grades: every }
            secrets: { token: COLLEGE_SLATE_TOKEN }
        connections:
          sis:
            kind: ledger
            address: https://ledger.example.ca
            settings: { book: main, page: "7" }
            secrets: { pin: COLLEGE_LEDGER_PIN }
          badges:
            kind: rosette
            address: https://rosette.example.ca
            secrets: { key: COLLEGE_ROSETTE_KEY }

        """;

    private const string Water = """
        version: 1
        summary:
          title: { fr: Échantillonnage de l’eau, en: Water Sampling }
          description: { fr: Prélever., en: Take samples. }
          hours: 7.5
        assessment: { passThreshold: 80 }
        record: { kind: nonCourse, code: EAU130 }
        badge: { class: "12" }
        offerings:
          - { source: slate, course: EAU130 }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("invented-").FullName;
    private readonly Dictionary<string, string> _files = new() { ["institution.yaml"] = Main, ["micro-credentials/water.yaml"] = Water };

    /// <summary>Replaces one piece of text, which must be there.</summary>
    public InventedInstitution With(string old, string @new)
    {
        var file = _files.Single(file => file.Value.Contains(old, StringComparison.Ordinal)).Key;
        _files[file] = _files[file].Replace(old, @new, StringComparison.Ordinal);
        return this;
    }

    public IReadOnlyList<CatalogueFault> Lint(ConnectorKinds? kinds = null) =>
        CatalogueLint.Check(Written(), _ => null, kinds ?? InventedSystems.Kinds);

    /// <summary>The institution as the hub has it in force.</summary>
    public Institution InForce()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Catalogue:Folder", Written())]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(InventedSystems.Kinds).AddCatalogue(configuration);
        return services.BuildServiceProvider().GetRequiredService<IInstitutions>().All.ShouldHaveSingleItem();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The folder of the catalogue.</summary>
    public string Written()
    {
        foreach (var (name, text) in _files)
        {
            var path = Path.Combine(_folder, "college", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return _folder;
    }
}
