using IntegrationHub.Testing.Connectors;
using IntegrationHub.Catalogue;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue;

public sealed class SchemaTests
{
    private static readonly string Stored = Repository.Path("src", "IntegrationHub.Catalogue", "schemas");

    /// <summary>With <c>HUB_WRITE_SCHEMAS=1</c> it writes them first.</summary>
    [Fact]
    public void The_stored_schemas_are_those_of_the_types()
    {
        if (Environment.GetEnvironmentVariable("HUB_WRITE_SCHEMAS") == "1")
        {
            foreach (var (name, text) in CatalogueSchemas.Of(HubKinds.All))
                File.WriteAllText(Path.Combine(Stored, name), text);
        }

        Directory.GetFiles(Stored).Select(Path.GetFileName).Order().ShouldBe(CatalogueSchemas.Of(HubKinds.All).Keys.Order());
        foreach (var (name, text) in CatalogueSchemas.Of(HubKinds.All))
            File.ReadAllText(Path.Combine(Stored, name)).ShouldBe(text);
    }

    [Fact]
    public void Every_file_of_the_sandbox_institution_names_its_schema_for_editors()
    {
        foreach (var file in Directory.GetFiles(
                Repository.Path("src", "IntegrationHub.Sandbox", "Institutions"),
                "*.yaml",
                SearchOption.AllDirectories))
        {
            var first = File.ReadLines(file).First();
            first.ShouldStartWith("# yaml-language-server: $schema=");
            File.Exists(Path.Combine(Path.GetDirectoryName(file)!, first.Split('=')[1])).ShouldBeTrue(file);
        }
    }
}
