using IntegrationHub.Testing.Connectors;
using IntegrationHub.Core.Model.Kinds;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Docs;

/// <summary>The catalogue's reference has every field of the files, and none that they do not have.</summary>
public sealed class CatalogueReferenceTests
{
    public static TheoryData<string, int, string> Tables => new()
    {
        { "docs/catalogue.md", 0, "institution" },
        { "docs/catalogue.md", 1, "micro-credential" },
        { "docs/guide-catalogue.md", 0, "institution" },
        { "docs/guide-catalogue.md", 1, "micro-credential" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_fields_are_those_of_the_schema(string page, int table, string schema) =>
        FieldTable.On(page, table).Select(row => row.Field)
            .ShouldBe(SchemaFields.Of(schema).Select(field => field.Path), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Tables))]
    public void What_is_required_is_what_the_schema_requires(string page, int table, string schema) =>
        FieldTable.On(page, table).Where(row => row.IsRequired).Select(row => row.Field)
            .ShouldBe(SchemaFields.Of(schema).Where(field => field.IsRequired).Select(field => field.Path), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Tables))]
    public void Each_field_names_the_values_that_it_may_have(string page, int table, string schema)
    {
        var meanings = FieldTable.On(page, table).ToDictionary(row => row.Field, row => row.Meaning);
        var values = SchemaFields.Of(schema).SelectMany(field => field.Values.Select(value => (field.Path, Value: value))).ToList();
        values.Count.ShouldBeGreaterThan(10);
        values.Where(one => !meanings[one.Path].Contains($"`{one.Value}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("docs/catalogue.md")]
    [InlineData("docs/guide-catalogue.md")]
    public void Each_kind_names_its_settings_and_secrets(string page)
    {
        var lines = DocPage.Of(page).Lines;
        foreach (var kind in HubKinds.All.Sources)
            Row($"| `{kind.Name}` |").ShouldContainAll(
                Names(kind.Settings.Where(setting => setting.IsRequired || kind.Name is not ("json" or "cloudevents"))));
        foreach (var kind in HubKinds.All.Connections)
            Row($"| {$"{kind.Role}".ToLowerInvariant()} `{kind.Name}` |").ShouldContainAll(Names(kind.Settings.Concat(kind.Secrets)));

        static IEnumerable<string> Names(IEnumerable<Setting> settings) => settings.Select(setting => setting.Name);

        string Row(string start) => lines.Single(line => line.StartsWith(start, StringComparison.Ordinal));
    }
}

file static class Rows
{
    public static void ShouldContainAll(this string row, IEnumerable<string> names) =>
        names.Where(name => !row.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty(row);
}
