using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue.Rules;

/// <summary>An entry that cannot make a valid credential, and an issuer that cannot sign one, are refused.</summary>
public sealed class CredentialLintTests : IDisposable
{
    private readonly IssuerOnDisk _catalogue = new();

    [Fact]
    public void A_faultless_issuer_has_no_faults() => _catalogue.Lint().ShouldBeEmpty();

    [Fact]
    public void Two_institutions_share_neither_DID_nor_secrets()
    {
        var files = Directory.GetFiles(_catalogue.Folder, "*", SearchOption.AllDirectories).ToList();
        foreach (var file in files)
            _catalogue.Write(
                Path.GetRelativePath(_catalogue.Folder, file).Replace("lac/", "lad/", StringComparison.Ordinal),
                File.ReadAllBytes(file));
        _catalogue.Spoil("lad/institution.yaml", "id: lac\n", "id: lad\n");

        var faults = _catalogue.Lint();

        faults
            .Select(fault => (fault.File, fault.Line, fault.Rule))
            .ShouldBe([
                ("lad/institution.yaml", 4, "secret-shared"),
                ("lad/institution.yaml", 12, "secret-shared"),
                ("lad/institution.yaml", 13, "secret-shared"),
                ("lad/institution.yaml", 13, "secret-shared"),
                ("lad/institution.yaml", 21, "secret-shared"),
                ("lad/institution.yaml", 25, "issuer-shared"),
                ("lad/institution.yaml", 28, "secret-shared"),
                ("lad/institution.yaml", 29, "secret-shared"),
            ]);
    }

    [Theory]
    [InlineData("kind: hub", "kind: hub\n    address: https://badges.example.ca", "address-not-used", 24)]
    [InlineData("kind: hub", "kind: hub\n    secrets: { user: LAC_USER }", "secret-unknown", 24)]
    [InlineData("did:web:%DidHost%:issuers:lac", "did:key:z6Mk", "did", 25)]
    [InlineData("did:web:%DidHost%:issuers:lac", "did:web:localhost:7071:issuers:lac é", "did", 25)]
    [InlineData("did:web:%DidHost%:issuers:lac", "did:web:hub.example.ca:", "did", 25)]
    [InlineData("did:web:%DidHost%:issuers:lac", "did:web:%DidHost%:issuers:lac\\n", "did", 25)]
    [InlineData("did:web:%DidHost%:issuers:lac", "did:web:%Elsewhere%:issuers:lac", "host-setting-not-allowed", 25)]
    [InlineData("  did: \"did:web:%DidHost%:issuers:lac\"\n", "", "missing", 25)]
    [InlineData("https://www.lac.example.ca\n", "http://www.lac.example.ca\n", "url", 26)]
    [InlineData("https://www.lac.example.ca\n", "www.lac.example.ca\n", "url", 26)]
    [InlineData("titres@lac.example.ca", "titres", "email", 27)]
    [InlineData("LAC_ISSUER_ED25519", "kEKsNHWHTxHYTkRHF0sTPyZ1VdGLxGDFz8DrYo1ZbRE", "setting-name", 28)]
    [InlineData("  rsa: LAC_ISSUER_RSA\n", "", "missing", 25)]
    [InlineData("wbTQ2", "wbTQ", "multikey", 31)]
    [InlineData("wbTQ2", "wbTQ0", "multikey", 31)]
    [InlineData("- jwk:", "  jwk:", "previous-key", 31)]
    [InlineData("\"kty\":\"RSA\"", "\"kty\":\"EC\"", "jwk", 32)]
    [InlineData("\"e\":\"AQAB\"}", "\"e\":\"AQAB\"", "jwk", 32)]
    [InlineData("\"e\":\"AQAB\"", "\"e\":\"AQAB\",\"d\":\"c2VjcmV0\"", "jwk", 32)]
    [InlineData("linkedInOrganization: 1234567", "linkedInOrganization: lac", "type", 33)]
    [InlineData("\"#0b3d5c\"", "blue", "colour", 34)]
    [InlineData("\"#ffffff\"", "\"#336699\"", "contrast", 34)]
    [InlineData("logo: images/logo.svg", "logo: ../logo.svg", "picture-path", 35)]
    [InlineData("logo: images/logo.svg", "logo: images/logo.jpg", "picture-path", 35)]
    [InlineData("logo: images/logo.svg", "logo: images/other.svg", "picture-missing", 35)]
    public void A_fault_in_an_issuer_is_told_with_its_line_and_rule(string old, string @new, string rule, int line)
    {
        _catalogue.Spoil(IssuerOnDisk.Main, old, @new);
        _catalogue
            .Lint()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                fault => (fault.File, fault.Rule, fault.Line).ShouldBe((IssuerOnDisk.Main, rule, line)),
                fault => fault.ToString().ShouldNotContain("c2VjcmV0"),
                fault => fault.ToString().ShouldNotContain("kEKsNHWH"));
    }

    [Theory]
    [InlineData("  assessmentType: { fr: épreuve, en: test }\n", "", "credential-incomplete", 3)]
    [InlineData("en: Take samples. }", "en: \"Take\\u0007 samples.\" }", "text-control", 8)]
    [InlineData("en: Filter.", "fr2: Filter.", "unknown-key", 10)]
    [InlineData("      en: Filter.\n", "", "translation-missing", 9)]
    [InlineData("        - framework: ESCO\n          code", "        - code", "missing", 12)]
    [InlineData("https://skills.example.ca/filter", "skills.example.ca/filter", "url", 15)]
    [InlineData("https://skills.example.ca/filter", "urn:esco:filter", "url", 15)]
    [InlineData("url: https://www.lac.example.ca/quality", "url: quality", "url", 16)]
    [InlineData("36 months", "36 moons", "type", 17)]
    [InlineData("36 months", "2 months", "validity-short", 17)]
    [InlineData("end: 2026-03-20", "end: 2026-01-02", "period-order", 32)]
    [InlineData("end: 2026-03-20", "end: 20 mars", "type", 32)]
    [InlineData("image: water.png", "image: river.png", "picture-missing", 27)]
    [InlineData("achievementType: Certificate", "achievementType: Sticker", "achievement-type", 28)]
    [InlineData("tags: [water, eau]", "tags: [water, '']", "tag", 29)]
    public void A_fault_in_an_entry_is_told_with_its_line_and_rule(string old, string @new, string rule, int line)
    {
        _catalogue.Spoil(IssuerOnDisk.Water, old, @new);
        _catalogue.Lint().ShouldContain(fault => fault.File == IssuerOnDisk.Water && fault.Rule == rule && fault.Line == line);
    }

    [Fact]
    public void A_title_must_fit_the_badge()
    {
        _catalogue.Spoil(IssuerOnDisk.Water, "en: Water Sampling", "en: " + new string('w', 121));
        _catalogue.Lint().ShouldHaveSingleItem().Rule.ShouldBe("text-length");
    }

    [Fact]
    public void A_credential_without_outcomes_is_refused()
    {
        var text = File.ReadAllText(Path.Combine(_catalogue.Folder, IssuerOnDisk.Water));
        var (start, end) = (
            text.IndexOf("  learningOutcomes:", StringComparison.Ordinal),
            text.IndexOf("  qualityAssurance:", StringComparison.Ordinal));
        _catalogue.Write(IssuerOnDisk.Water, text[..start] + text[end..]);
        _catalogue.Lint().ShouldHaveSingleItem().Rule.ShouldBe("credential-incomplete");
    }

    [Fact]
    public void An_entry_without_a_badge_need_not_make_a_credential()
    {
        _catalogue.Spoil(IssuerOnDisk.Water, "  assessmentType: { fr: épreuve, en: test }\n", "");
        var text = File.ReadAllText(Path.Combine(_catalogue.Folder, IssuerOnDisk.Water));
        _catalogue.Write(
            IssuerOnDisk.Water,
            text[..text.IndexOf("badge:", StringComparison.Ordinal)] + text[text.IndexOf("offerings:", StringComparison.Ordinal)..]);
        _catalogue.Lint().ShouldBeEmpty();
    }

    [Fact]
    public void The_hub_issues_for_no_institution_that_does_not_say_who_it_is()
    {
        var text = File.ReadAllText(Path.Combine(_catalogue.Folder, IssuerOnDisk.Main));
        _catalogue.Write(IssuerOnDisk.Main, text[..text.IndexOf("issuer:", StringComparison.Ordinal)]);
        var fault = _catalogue.Lint().ShouldHaveSingleItem();
        (fault.Rule, fault.Line).ShouldBe(("issuer-missing", 23));
    }

    [Theory]
    [InlineData("ext:MicroCredential2", true)]
    [InlineData("QualityAssuranceCredential", true)]
    [InlineData("ext:", false)]
    [InlineData("microCredential", false)]
    public void An_achievement_type_is_of_the_standard_or_an_extension(string type, bool isGood)
    {
        _catalogue.Spoil(IssuerOnDisk.Water, "achievementType: Certificate", $"achievementType: {type}");
        (_catalogue.Lint().Count == 0).ShouldBe(isGood);
    }

    [Theory]
    [InlineData("did:web:hub.example.ca")]
    [InlineData("did:web:lac.example.ca:titres:%C3%A9metteur")]
    [InlineData("did:web:localhost%3A7071:issuers:lac")]
    public void An_issuer_may_have_its_identifier_at_the_hub_or_on_its_own_domain(string did)
    {
        _catalogue.Spoil(IssuerOnDisk.Main, "did:web:%DidHost%:issuers:lac", did);
        _catalogue.Lint().ShouldBeEmpty();
    }

    public void Dispose() => _catalogue.Dispose();
}
