using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue.Rules;

public sealed class FieldLintTests : IDisposable
{
    private const string Json = """
        kind: json
            authentication: secretAddress
            settings:
              event: $.what
              completedWhen: done
              time: $.when
              course: $.course.id $['course code']
              email: $.mail
              score: $.points
              scoreMax: 100
            secrets: { address: LAC_FORMS_ADDRESS }
        """;

    private readonly CatalogueOnDisk _catalogue = new();

    public FieldLintTests() =>
        _catalogue.Spoil(CatalogueOnDisk.Main, "kind: canvas\n    settings: { jwks: \"%SandboxUrl%/jwks\", accounts: a1 a2 }", Json);

    [Fact]
    public void A_source_whose_fields_are_named_by_paths_has_no_faults() => _catalogue.Lint().ShouldBeEmpty();

    [Theory]
    [InlineData("$.course.id $['course code']", "$.course.id $..code", "field-path", 13)]
    [InlineData("email: $.mail", "email: $.people[*].mail", "field-path", 14)]
    [InlineData("scoreMax: 100", "scoreMax: 100 points[", "field-path", 16)]
    [InlineData("      email: $.mail\n", "", "field-learner", 7)]
    [InlineData("      completedWhen: done\n", "", "field-events", 7)]
    [InlineData("      event: $.what\n", "", "field-events", 10)]
    [InlineData("      time: $.when\n", "", "setting-missing", 7)]
    [InlineData("      scoreMax: 100\n", "", "field-pair", 15)]
    [InlineData("email: $.mail", "email: $.mail\n      tenant: $.college", "field-pair", 15)]
    [InlineData("email: $.mail", "email: $.mail\n      grade: $.grade", "setting-unknown", 15)]
    [InlineData("kind: json", "kind: cloudevents", "setting-unknown", 10)]
    public void A_fault_in_its_paths_is_told_with_its_line_and_rule(string old, string @new, string rule, int line)
    {
        _catalogue.Spoil(CatalogueOnDisk.Main, old, @new);

        _catalogue.Lint().ShouldContain(fault => fault.File == CatalogueOnDisk.Main && fault.Rule == rule && fault.Line == line);
    }

    [Fact]
    public void Without_a_name_of_events_a_star_is_no_fault()
    {
        _catalogue.Spoil(CatalogueOnDisk.Main, "      event: $.what\n      completedWhen: done\n", "      completedWhen: \"*\"\n");

        _catalogue.Lint().ShouldBeEmpty();
    }

    public void Dispose() => _catalogue.Dispose();
}
