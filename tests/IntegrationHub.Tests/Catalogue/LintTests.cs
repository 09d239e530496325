using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue;

public sealed class LintTests : IDisposable
{
    private readonly CatalogueOnDisk _catalogue = new();

    [Fact]
    public void A_faultless_institution_has_no_faults() => _catalogue.Lint().ShouldBeEmpty();

    [Theory]
    [InlineData("id: lac", "id: Lac 1", "id", 1)]
    [InlineData("id: lac", "id: other", "id-folder", 1)]
    [InlineData("id: lac", "ident: lac", "unknown-key", 1)]
    [InlineData("pepper: LAC_PEPPER\n", "", "missing", 1)]
    [InlineData("en: Lake College", "en: ''", "translation-missing", 2)]
    [InlineData(", en: Lake College", "", "translation-missing", 2)]
    [InlineData("{ fr: Collège du Lac, en: Lake College }", "Lake College", "type", 2)]
    [InlineData("America/Toronto", "America/Torronto", "time-zone", 3)]
    [InlineData("America/Toronto", "Eastern Standard Time", "time-zone", 3)]
    [InlineData("pepper: LAC_PEPPER", "pepper: s3cr3t-pepper", "setting-name", 4)]
    [InlineData("pepper: LAC_PEPPER", "pepper: LAC_PEPPER\npepper: LAC_PEPPER", "repeated-key", 5)]
    [InlineData("  canvas:\n", "  Canvas_1:\n", "name", 6)]
    [InlineData("kind: canvas", "kind: canvass", "kind", 7)]
    [InlineData(", accounts: a1 a2", "", "setting-missing", 7)]
    [InlineData("accounts: a1 a2", "accounts: a1 a2, scope: x", "setting-unknown", 8)]
    [InlineData("accounts: a1 a2", "accounts: a1 a2, courseGrades: sometimes", "setting-value", 8)]
    [InlineData("%SandboxUrl%/jwks", "%Campus%/jwks", "host-setting-not-allowed", 8)]
    [InlineData("    kind: canvas\n", "    kind: canvas\n    learners: [studentNumber, guess]\n", "type", 8)]
    [InlineData("    kind: canvas\n", "    kind: canvas\n    learners: [known, lms]\n", "learners-connection", 8)]
    [InlineData("    kind: canvas\n", "    kind: canvas\n    learners: [graph]\n", "learners-connection", 8)]
    [InlineData("    kind: canvas\n", "    kind: canvas\n    learners: [login]\n    loginPattern: '^s(\\d{9}$'\n", "pattern", 9)]
    [InlineData("    kind: canvas\n", "    kind: canvas\n    learners: [login]\n    loginPattern: '^s\\d{9}$'\n", "pattern", 9)]
    [InlineData("    kind: canvas\n", "    kind: canvas\n    learners: [login]\n    loginPattern: '^(s)\\1$'\n", "pattern", 9)]
    [InlineData("    kind: canvas\n", "    kind: canvas\n    loginPattern: '^s(\\d{9})$'\n", "login-pattern-not-used", 8)]
    [InlineData("    kind: canvas\n", "    kind: canvas\n    term: '\\d{4}('\n", "pattern", 8)]
    [InlineData("    kind: canvas\n", "    kind: canvas\n    api: { address: https://lms.example.ca }\n", "secret-missing", 7)]
    [InlineData(
        "    kind: canvas\n",
        "    kind: canvas\n    api: { address: lms.example.ca, secrets: { token: LAC_TOKEN } }\n",
        "address",
        8)]
    [InlineData("    kind: canvas\n", "    kind: canvas\n    api: { secrets: { token: LAC_TOKEN } }\n", "missing", 8)]
    [InlineData(
        "  badges:\n",
        "  directory:\n    kind: graph\n    address: https://graph.example.ca\n    settings: { tenant: t, tokenAddress: "
            + "https://login.example.ca, find: mail shoeSize }\n    secrets: { clientId: A, clientSecret: B }\n  badges:\n",
        "directory-attribute",
        25)]
    [InlineData("user: LAC_MOODLE_USER\n      ", "", "secret-missing", 10)]
    [InlineData("user: LAC_MOODLE_USER", "user: moodle", "setting-name", 12)]
    [InlineData("current: LAC_MOODLE_NEW", "current: hunter2", "setting-name", 13)]
    [InlineData("kind: xapi", "kind: xapi\n    authentication: bearer", "secret-missing", 11)]
    [InlineData("kind: xapi", "kind: xapi\n    authentication: signedBody", "authentication", 11)]
    [InlineData("kind: xapi", "kind: xapi\n    authentication: hmac", "kind", 11)]
    [InlineData("kind: xapi", "kind: xapi\n    settings: { tokenAt: t }", "setting-unknown", 11)]
    [InlineData("kind: xapi", "kind: xapi\n    perMinute: 0", "from-one", 11)]
    [InlineData(", until: 2027-01-31T23:59:00-05:00", "", "secret-end", 13)]
    [InlineData("2027-01-31T23:59:00-05:00", "2027-01-31", "type", 13)]
    [InlineData("\n  sis:\n", "\n  registrar:\n", "unknown-key", 15)]
    [InlineData("kind: ethos", "kind: badgr", "kind", 16)]
    [InlineData("\n    address: \"%SandboxUrl%/ethos\"", "", "address-missing", 16)]
    [InlineData("%SandboxUrl%/ethos", "sis.example.ca", "address", 17)]
    [InlineData("rate: 2.5", "rate: 0", "above-zero", 18)]
    [InlineData("rate: 2.5", "rate: often", "type", 18)]
    [InlineData("15 min", "a while", "type", 19)]
    [InlineData("personCredential: bannerId", "personCredential:", "missing", 20)]
    [InlineData("{ apiKey: LAC_ETHOS }", "{ apiKey: LAC_ETHOS, password: LAC_X }", "secret-unknown", 21)]
    [InlineData("  badges:\n", "\tbadges:\n", "syntax", 22)]
    [InlineData(
        "  badges:\n    kind: badgr\n    address: https://badges.example.ca",
        "  channel:\n    kind: workflows\n    address: https://teams.example.ca",
        "address-not-used",
        24)]
    public void A_fault_in_an_institution_is_told_with_its_line_and_rule(string old, string @new, string rule, int line)
    {
        _catalogue.Spoil(CatalogueOnDisk.Main, old, @new);
        _catalogue.Lint().ShouldContain(fault => fault.File == CatalogueOnDisk.Main && fault.Rule == rule && fault.Line == line);
    }

    [Theory]
    [InlineData("bearer", "{ token: LAC_TOKEN }")]
    [InlineData("bareAuthorization", "{ token: LAC_TOKEN }")]
    [InlineData("standardWebhooks", "{ secret: LAC_SECRET }")]
    [InlineData("githubSignature", "{ secret: LAC_SECRET }")]
    [InlineData("stripeSignature", "{ secret: LAC_SECRET }")]
    [InlineData("clientCredentials", "{ clientId: LAC_ID, clientSecret: LAC_SECRET }")]
    [InlineData("secretAddress", "{ address: LAC_ADDRESS }")]
    public void Any_scheme_that_asks_nothing_of_the_content_serves_xapi_with_its_secrets(string scheme, string secrets)
    {
        var text = File.ReadAllText(Path.Combine(_catalogue.Folder, CatalogueOnDisk.Main));
        var (from, to) = (text.IndexOf("    kind: xapi", StringComparison.Ordinal), text.IndexOf("connections:", StringComparison.Ordinal));
        _catalogue.Spoil(
            CatalogueOnDisk.Main,
            text[from..to],
            $"    kind: xapi\n    perMinute: 600\n    authentication: {scheme}\n    secrets: {secrets}\n");

        _catalogue.Lint().ShouldBeEmpty();
    }

    [Fact]
    public void A_replaced_secret_whose_end_is_past_is_no_fault_for_a_file_does_not_turn_faulty_by_itself()
    {
        _catalogue.Spoil(CatalogueOnDisk.Main, "2027-01-31T23:59:00-05:00", "2020-01-31T23:59:00-05:00");

        _catalogue.Lint().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("course: 4711", "course: 'CYB-{term}'", "offering-term", 16)]
    [InlineData("course: 4711", "course: '{term}-CYB-{term}'", "offering-term", 16)]
    [InlineData("version: 3", "version: 0", "from-one", 1)]
    [InlineData("version: 3", "version: three", "type", 1)]
    [InlineData("version: 3", "version: 3\n---\nversion: 4", "syntax", 2)]
    [InlineData("fr: Échantillonnage de l’eau, ", "", "translation-missing", 3)]
    [InlineData("hours: 7.5", "hours: 7,5", "type", 5)]
    [InlineData("hours: 7.5", "learningOutcomes: Prélever", "type", 5)]
    [InlineData("passThreshold: 80", "passThreshold: 0", "percent", 7)]
    [InlineData("passThreshold: 80", "passThreshold: 100.5", "percent", 7)]
    [InlineData("passThreshold: 80", "passThreshold: 80\n  attempts: 0", "from-one", 8)]
    [InlineData("passThreshold: 80", "passThreshold: 80\n  enforcedByLms: maybe", "type", 8)]
    [InlineData("kind: sectionGrade", "kind: diploma", "type", 10)]
    [InlineData("kind: sectionGrade", "kind: nonCourse", "record-incomplete", 10)]
    [InlineData("kind: sectionGrade", "kind: nonCourse\n  code: W1", "record-setting", 10)]
    [InlineData("\n  grade: 21111111-2222-3333-4444-555555555555", "", "record-incomplete", 10)]
    [InlineData("31111111-2222-3333-4444-555555555555", "final", "guid", 13)]
    [InlineData("badge: { class: b1 }", "badge: {}", "badge-class", 14)]
    [InlineData("source: moodle-2\n    course: \"12\"", "source: canvas\n    course: 9\n    assessment: Exam", "offering-assessment", 19)]
    [InlineData("source: moodle-2\n    course: \"12\"", "source: moodle-2\n    course: 12\n    assessment: 8", "offering-assessment", 19)]
    [InlineData("badge: { class: b1 }", "badgeClass: b1", "unknown-key", 14)]
    [InlineData("source: canvas", "source: brightspace", "offering-source", 16)]
    [InlineData("source: moodle-2\n    course: \"12\"", "source: canvas\n    course: 4711\n    assessment: 31", "offering-claimed", 17)]
    [InlineData("  - source: moodle-2\n    course: \"12\"", "  - source: moodle-2", "missing", 17)]
    public void A_fault_in_a_micro_credential_is_told_with_its_line_and_rule(string old, string @new, string rule, int line)
    {
        _catalogue.Spoil(CatalogueOnDisk.Water, old, @new);
        _catalogue.Lint().ShouldContain(fault => fault.File == CatalogueOnDisk.Water && fault.Rule == rule && fault.Line == line);
    }

    [Fact]
    public void All_faults_of_all_files_are_told_at_once_in_the_order_of_their_places()
    {
        _catalogue.Spoil(CatalogueOnDisk.Main, "America/Toronto", "Mars/Base");
        _catalogue.Spoil(CatalogueOnDisk.Main, "rate: 2.5", "rate: -1");
        _catalogue.Spoil(CatalogueOnDisk.Main, "id: lac\n", "");
        _catalogue.Spoil(CatalogueOnDisk.Water, "passThreshold: 80", "passThreshold: high");
        _catalogue.Spoil(CatalogueOnDisk.Water, "source: canvas", "source: nowhere");
        _catalogue.Lint().Select(fault => fault.Rule).ShouldBe(["missing", "time-zone", "above-zero", "type", "offering-source"]);
    }

    [Fact]
    public void A_secret_in_a_file_is_never_shown_in_the_fault()
    {
        _catalogue.Spoil(CatalogueOnDisk.Main, "LAC_MOODLE_NEW", "hunter2");
        _catalogue.Spoil(CatalogueOnDisk.Main, "LAC_ETHOS", "0f1e2d3c-key");
        var faults = _catalogue.Lint();
        faults.Count.ShouldBe(2);
        foreach (var text in faults.Select(fault => fault.ToString()))
        {
            text.ShouldNotContain("hunter2");
            text.ShouldNotContain("0f1e2d3c");
        }
    }

    [Fact]
    public void An_offering_that_two_micro_credentials_claim_is_a_fault_of_the_second()
    {
        _catalogue.Copy(CatalogueOnDisk.Water, "lac/micro-credentials/water-testing.yaml");
        var faults = _catalogue.Lint();
        faults
            .Select(fault => (fault.File, fault.Rule))
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldBe(("lac/micro-credentials/water-testing.yaml", "offering-claimed"));
        faults[0].Message.En.ShouldContain("water-sampling");
    }

    [Fact]
    public void A_badge_or_a_transcript_entry_needs_its_connection()
    {
        var text = File.ReadAllText(Path.Combine(_catalogue.Folder, CatalogueOnDisk.Main));
        _catalogue.Write(CatalogueOnDisk.Main, text[..text.IndexOf("connections:", StringComparison.Ordinal)]);
        _catalogue.Lint().Select(fault => fault.Rule).ShouldBe(["record-connection", "badge-connection"]);
    }

    [Theory]
    [InlineData("lac/micro-credentials/Water_2.yaml", "code")]
    [InlineData("lac/micro-credentials/water.yml", "file-place")]
    [InlineData("lac/instituton.yaml", "file-place")]
    [InlineData("lac/micro-credentials/old/water.yaml", "file-place")]
    [InlineData("north/micro-credentials/water.yaml", "file-missing")]
    public void A_file_that_would_be_overlooked_is_a_fault(string file, string rule)
    {
        _catalogue.Copy(CatalogueOnDisk.Water, file);
        _catalogue.Lint().ShouldContain(fault => fault.Rule == rule);
    }

    [Fact]
    public void An_empty_file_is_a_fault()
    {
        _catalogue.Write(CatalogueOnDisk.Water, "# nothing yet\n");
        _catalogue.Lint().ShouldHaveSingleItem().Rule.ShouldBe("missing");
    }

    [Fact]
    public void Files_that_are_no_yaml_and_folders_that_begin_with_a_dot_are_left_alone()
    {
        _catalogue.Write("lac/README.md", "# Le Lac");
        _catalogue.Write(".git/config.yaml", "id: nothing");
        _catalogue.Lint().ShouldBeEmpty();
    }

    [Fact]
    public void Every_fault_says_in_both_languages_what_is_wrong_and_what_to_do()
    {
        _catalogue.Write(CatalogueOnDisk.Main, "name: x\nsources: [1]\nfoo: 1\n");
        _catalogue.Write(CatalogueOnDisk.Water, "version: -1\nassessment: {}\n? [a, b]\n: 1\n");
        var faults = _catalogue.Lint();
        faults.Count.ShouldBeGreaterThan(8);
        foreach (
            var (fr, en) in faults.SelectMany(fault => new[] { (fault.Message.Fr, fault.Message.En), (fault.Remedy.Fr, fault.Remedy.En) }))
        {
            fr.ShouldNotBeNullOrWhiteSpace();
            en.ShouldNotBeNullOrWhiteSpace();
            fr.ShouldNotBe(en);
        }
    }

    public void Dispose() => _catalogue.Dispose();
}
