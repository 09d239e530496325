using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Catalogue;

/// <summary>The schemas that editors use say the same as lint, as far as one file goes.</summary>
public sealed class SchemaTests : IDisposable
{
    private static readonly string Institution = Path.Combine(Repository.Root, "src", "IntegrationHub.Sandbox", "Institutions", "lacnord");
    private readonly string _folder = Directory.CreateTempSubdirectory("schema-").FullName;

    [Fact]
    public async Task Every_file_of_the_sandbox_institution_validates()
    {
        var files = Directory.GetFiles(Institution, "*.yaml", SearchOption.AllDirectories).Select(Of).ToList();
        files.Count.ShouldBeGreaterThan(6);
        (await Ajv.Validate(files, TestContext.Current.CancellationToken)).ShouldBe(Enumerable.Repeat("valid", files.Count));
    }

    [Theory]
    [InlineData("institution.yaml", "timeZone: America/Toronto", "", "required property 'timeZone'")]
    [InlineData("institution.yaml", "id: lacnord", "id: Lac-Nord", "/id must match pattern")]
    [InlineData("institution.yaml", "  fr: Collège Lac-Nord", "", "required property 'fr'")]
    [InlineData("institution.yaml", "  moodle:", "  Moodle_1:", "property name must be valid")]
    [InlineData("institution.yaml", "kind: ethos", "kind: banner", "/kind must be equal to one of the allowed values")]
    [InlineData("institution.yaml", "rate: 20", "rate: 0", "/rate must be > 0")]
    [InlineData("institution.yaml", "confirmEvery: 5 s", "confirmEvery: soon", "/confirmEvery must match pattern")]
    [InlineData("institution.yaml", "user: LACNORD_MOODLE_USER", "user: moodle", "/user must match pattern")]
    [InlineData("institution.yaml", "  sis:", "  registrar:", "must NOT have additional properties")]
    [InlineData("institution.yaml", "did:web:%DidHost%", "did:key:%DidHost%", "/did must match pattern")]
    [InlineData("institution.yaml", "#e0a526", "orange", "/secondary must match pattern")]
    [InlineData(
        "micro-credentials/first-aid-cpr.yaml",
        "achievementType: Certification",
        "achievementType: Sticker",
        "/achievementType must match pattern")]
    [InlineData("micro-credentials/first-aid-cpr.yaml", "validFor: 36 months", "validFor: 36 moons", "/validFor must match pattern")]
    [InlineData(
        "micro-credentials/first-aid-cpr.yaml",
        "          url: https://skills",
        "          # https://skills",
        "required property 'url'")]
    [InlineData("micro-credentials/first-aid-cpr.yaml", "end: 2026-02-13", "end: soon", "/end must match pattern")]
    [InlineData("micro-credentials/first-aid-cpr.yaml", "passThreshold: 80", "passThreshold: 101", "/passThreshold must be <= 100")]
    [InlineData("micro-credentials/first-aid-cpr.yaml", "enforcedByLms: true", "enforcedByLms: maybe", "/enforcedByLms must be boolean")]
    [InlineData(
        "micro-credentials/first-aid-cpr.yaml",
        "kind: sectionGrade",
        "kind: diploma",
        "/kind must be equal to one of the allowed values")]
    [InlineData("micro-credentials/first-aid-cpr.yaml", "version: 1", "version: 1.5", "/version must be integer")]
    [InlineData("micro-credentials/first-aid-cpr.yaml", "  - source: canvas", "  - sauce: canvas", "required property 'source'")]
    public async Task A_file_with_a_fault_does_not(string file, string old, string @new, string fault)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Institution, file), TestContext.Current.CancellationToken);
        text.ShouldContain(old);
        var spoilt = Path.Combine(_folder, Path.GetFileName(file));
        await File.WriteAllTextAsync(spoilt, text.Replace(old, @new, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await Ajv.Validate([Of(spoilt)], TestContext.Current.CancellationToken)).ShouldHaveSingleItem().ShouldContain(fault);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (string Schema, string File) Of(string file) =>
        (
            Path.Combine(
                Repository.Root,
                "src",
                "IntegrationHub.Catalogue",
                "schemas",
                Path.GetFileName(file) == "institution.yaml" ? "institution.schema.json" : "micro-credential.schema.json"),
            file);
}
