using IntegrationHub.Testing.Connectors;
using System.Text;
using IntegrationHub.Catalogue;
using IntegrationHub.Catalogue.Faults;
using Shouldly;

namespace IntegrationHub.Tests.Catalogue;

/// <summary>A catalogue folder with one faultless institution, to be spoilt.</summary>
internal sealed class CatalogueOnDisk : IDisposable
{
    public const string Main = "lac/institution.yaml";

    public const string Water = "lac/micro-credentials/water-sampling.yaml";

    private const string Institution = """
        id: lac
        name: { fr: Collège du Lac, en: Lake College }
        timeZone: America/Toronto
        pepper: LAC_PEPPER
        sources:
          canvas:
            kind: canvas
            settings: { jwks: "%SandboxUrl%/jwks", accounts: a1 a2 }
          moodle-2:
            kind: xapi
            secrets:
              user: LAC_MOODLE_USER
              password: { current: LAC_MOODLE_NEW, previous: LAC_MOODLE_OLD, until: 2027-01-31T23:59:00-05:00 }
        connections:
          sis:
            kind: ethos
            address: "%SandboxUrl%/ethos"
            rate: 2.5
            confirmEvery: 15 min
            settings: { personCredential: bannerId }
            secrets: { apiKey: LAC_ETHOS }
          badges:
            kind: badgr
            address: https://badges.example.ca
            secrets: { user: LAC_BADGR_USER, password: LAC_BADGR_PASSWORD }

        """;

    private const string MicroCredential = """
        version: 3
        summary:
          title: { fr: Échantillonnage de l’eau, en: Water Sampling }
          description: { fr: Prélever., en: Take samples. }
          hours: 7.5
        assessment:
          passThreshold: 80
          feedbackFrom: { fr: la prof, en: the instructor }
        record:
          kind: sectionGrade
          section: 11111111-2222-3333-4444-555555555555
          grade: 21111111-2222-3333-4444-555555555555
          gradeType: 31111111-2222-3333-4444-555555555555
        badge: { class: b1 }
        offerings:
          - { source: canvas, course: 4711, assessment: 31 }
          - source: moodle-2
            course: "12"

        """;

    public CatalogueOnDisk()
    {
        Write(Main, Institution);
        Write(Water, MicroCredential);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("catalogue-").FullName;

    public static string? HostSetting(string name) => name switch
    {
        "SandboxUrl" => "http://localhost:7080",
        "DidHost" => "localhost%3A7071",
        _ => null,
    };

    public void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public void Write(string file, byte[] content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>Replaces one piece of text, which must be there.</summary>
    public void Spoil(string file, string old, string @new)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        text.ShouldContain(old);
        Write(file, text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void Copy(string from, string to) => Write(to, File.ReadAllText(Path.Combine(Folder, from)));

    public IReadOnlyList<CatalogueFault> Lint() => CatalogueLint.Check(Folder, HostSetting, HubKinds.All);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
