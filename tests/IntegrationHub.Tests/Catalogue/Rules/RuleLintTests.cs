using IntegrationHub.Catalogue.Exports;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue.Rules;

/// <summary>What an entry says of rules, versions, stacks and life is held together by lint, and read.</summary>
public sealed class RuleLintTests : IDisposable
{
    private const string Safety = "lac/micro-credentials/safety.yaml";
    private const string Operator = "lac/micro-credentials/operator.yaml";

    private readonly CatalogueOnDisk _catalogue = new();

    public RuleLintTests()
    {
        _catalogue.Copy(CatalogueOnDisk.Water, Safety);
        _catalogue.Spoil(Safety, "assessment: 31", "assessment: 32");
        _catalogue.Spoil(Safety, "course: \"12\"", "course: \"13\"");
        _catalogue.Copy(CatalogueOnDisk.Water, Operator);
        _catalogue.Spoil(Operator, "assessment: 31", "assessment: 33");
        _catalogue.Spoil(Operator, "course: \"12\"", "course: \"14\"");
    }

    [Theory]
    [InlineData("badge:", "stacks: [{ all: [water-sampling, safety] }]\nbadge:", null)]
    [InlineData("badge:", "stacks: [{ hours: 15, of: [water-sampling, safety] }]\nbadge:", null)]
    [InlineData("badge:", "stacks: [{ all: [water-sampling, unknown] }]\nbadge:", "unknown-code")]
    [InlineData("badge:", "stacks: [{ all: [water-sampling], count: 1 }]\nbadge:", "stack-shape")]
    [InlineData("badge:", "stacks: [{ count: 3, of: [water-sampling, safety] }]\nbadge:", "stack-impossible")]
    [InlineData("badge:", "stacks: [{ hours: 16, of: [water-sampling, safety] }]\nbadge:", "stack-impossible")]
    [InlineData("badge:", "stacks: [{ credits: 1, of: [water-sampling] }]\nbadge:", "stack-worth")]
    [InlineData("badge:", "stacks: [{ count: 1, of: [water-sampling, { code: safety, or: [water-sampling] }] }]\nbadge:", "stack-repeated")]
    [InlineData("badge:", "stacks: [{ all: [operator] }]\nbadge:", "stack-cycle")]
    [InlineData("badge:", "prerequisiteCodes: [nothing]\nbadge:", "unknown-code")]
    [InlineData("badge:", "renewalDays: 30\nbadge:", "renewal")]
    [InlineData("badge:", "validFor: 2 months\nrenewalDays: 60\nbadge:", "renewal")]
    [InlineData("badge:", "lifeCycle: { design: 2026-03-01, launch: 2026-02-01 }\nbadge:", "phase-order")]
    [InlineData("badge:", "approval: { when: [sometimes] }\nbadge:", "type")]
    [InlineData("passThreshold: 80", "passThreshold: 80\n  window: { first: 2026-03-01, last: 2026-02-01 }", "window-order")]
    [InlineData("passThreshold: 80", "passThreshold: 80\n  window: { graceDays: 3 }", "window-order")]
    [InlineData(
        "passThreshold: 80",
        "passThreshold: 80\n  components: [{ name: written, title: { fr: Écrit, en: Written } }]",
        "component-missing")]
    [InlineData("assessment: 33", "components: { oral: \"5\" }", "component-unknown")]
    [InlineData("kind: sectionGrade", "kind: academicAward", "record-incomplete")]
    public void An_entry_is_held_together(string old, string @new, string? rule)
    {
        _catalogue.Spoil(Operator, old, @new);
        if (rule is null)
            _catalogue.Lint().ShouldBeEmpty();
        else
            _catalogue.Lint().ShouldContain(fault => fault.File == Operator && fault.Rule == rule && fault.Line > 0);
    }

    [Fact]
    public void What_a_record_lacks_is_told_before_its_SIS_is_connected()
    {
        _catalogue.Spoil(CatalogueOnDisk.Main, "  sis:\n", "  mail:\n");
        _catalogue.Spoil(Operator, "kind: sectionGrade", "kind: nonCourse");

        var faults = _catalogue.Lint().Where(fault => fault.File == Operator).ToList();

        faults.ShouldContain(fault => fault.Rule == "record-connection");
        faults.ShouldContain(fault => fault.Rule == "record-incomplete" && fault.Message.En.Contains("“code”", StringComparison.Ordinal));
    }

    [Fact]
    public void A_way_round_through_several_entries_is_told_once_with_its_steps()
    {
        _catalogue.Spoil(Operator, "badge:", "stacks: [{ all: [safety] }]\nbadge:");
        _catalogue.Spoil(Safety, "badge:", "prerequisiteCodes: [operator]\nbadge:");
        var fault = _catalogue.Lint().ShouldHaveSingleItem();
        (fault.Rule, fault.File).ShouldBe(("stack-cycle", Operator));
        fault.Message.En.ShouldContain("operator → safety → operator");
    }

    [Fact]
    public void Neither_an_assessment_nor_a_stack_is_a_fault()
    {
        _catalogue.Spoil(Operator, "assessment:\n  passThreshold: 80\n  feedbackFrom: { fr: la prof, en: the instructor }\n", "");
        _catalogue.Lint().ShouldHaveSingleItem().Rule.ShouldBe("earned-how");
    }

    [Theory]
    [InlineData("version: 2", null)]
    [InlineData("version: 1", "version-file")]
    public void An_earlier_version_is_kept_beside_its_entry(string version, string? rule)
    {
        _catalogue.Copy(Operator, "lac/micro-credentials/operator/v2.yaml");
        _catalogue.Spoil("lac/micro-credentials/operator/v2.yaml", "version: 3", version);
        _catalogue.Spoil(Operator, "version: 3", "version: 3\nsince: 2026-09-01");
        if (rule is null)
            _catalogue.Lint().ShouldBeEmpty();
        else
            _catalogue.Lint().ShouldContain(fault => fault.Rule == rule);
    }

    [Fact]
    public void A_gap_in_the_versions_or_a_version_without_a_first_day_is_a_fault()
    {
        _catalogue.Copy(Operator, "lac/micro-credentials/operator/v1.yaml");
        _catalogue.Spoil("lac/micro-credentials/operator/v1.yaml", "version: 3", "version: 1");
        _catalogue.Lint().Select(fault => fault.Rule).Order().ShouldBe(["version-missing", "version-since"]);
    }

    [Theory]
    [InlineData("a: { title: { fr: A, en: A }, issuer: rivers }", "issuer-id")]
    [InlineData("a: { title: { fr: A, en: A }, issuer: 'did:web:rivers.example.ca', achievements: [water] }", "absolute-id")]
    [InlineData("operator: { title: { fr: A, en: A }, issuer: 'did:web:rivers.example.ca' }", "recognised-code")]
    [InlineData(
        "a: { title: { fr: A, en: A }, issuer: 'did:web:rivers.example.ca' }, b: { title: { fr: B, en: B }, issuer: "
            + "'did:web:rivers.example.ca' }",
        "recognised-twice")]
    [InlineData(
        "a: { title: { fr: A, en: A }, issuer: 'did:web:rivers.example.ca', achievements: ['urn:x:1', 'urn:x:2'] }, b: { title: { fr: "
            + "B, en: B }, issuer: 'did:web:rivers.example.ca', achievements: ['urn:x:2'] }",
        "recognised-twice")]
    [InlineData(
        "a: { title: { fr: A, en: A }, issuer: 'did:web:rivers.example.ca' }, b: { title: { fr: B, en: B }, issuer: "
            + "'did:web:rivers.example.ca', achievements: ['urn:x:2'] }",
        null)]
    public void What_is_recognised_is_told_apart(string entries, string? rule)
    {
        _catalogue.Spoil(CatalogueOnDisk.Main, "sources:", $"recognised: {{ {entries} }}\nsources:");
        _catalogue.Lint().Select(fault => fault.Rule).ShouldBe(rule is null ? [] : [rule]);
    }

    [Fact]
    public void What_is_written_is_read()
    {
        _catalogue.Spoil(
            CatalogueOnDisk.Main,
            "sources:",
            """
            policy: { onContradiction: suspend, renewalNotices: [30], approval: { when: [creditBearing], scoreBelow: 85 } }
            recognised: { energy: { title: { fr: Énergie, en: Energy }, issuer: "did:web:rivers.example.ca", hours: 20 } }
            sources:
            """);
        _catalogue.Spoil(
            Operator,
            "badge:",
            """
            stacks: [{ count: 1, of: [water-sampling, { code: safety, or: [energy] }] }]
            validFor: 1 year
            renewalDays: 60
            lifeCycle: { design: 2026-01-05, sunset: 2028-06-30 }
            survey: https://survey.example.ca/operator
            badge:
            """);
        var lac = CatalogueFolders
            .Open(_catalogue.Folder, settings: [("SandboxUrl", "http://localhost:7080"), ("DidHost", "localhost%3A7071")])
            .Get("lac");
        var entry = lac.MicroCredentials["operator"];

        lac.Policy.OnContradiction.ShouldBe(OnContradiction.Suspend);
        lac.Policy.RenewalNotices.ShouldBe([30]);
        lac.Recognised["energy"].Issuer.ShouldBe("did:web:rivers.example.ca");
        entry.Stacks.ShouldHaveSingleItem().Of[1].AnyOf.ShouldBe(["safety", "energy"]);
        entry.Approval.When.ShouldBe([ApprovalReason.CreditBearing]);
        entry.Approval.ScoreBelow.ShouldBe(85);
        entry.RenewalDays.ShouldBe(60);
        entry.LifeCycle!.Sunset.ShouldBe(new DateOnly(2028, 6, 30));
        lac.Offerings.RestingOn("energy").ShouldHaveSingleItem().Code.ShouldBe("operator");
        FifteenElements.Missing(lac, entry).ShouldContain("supervision");
    }

    public void Dispose() => _catalogue.Dispose();
}
