using IntegrationHub.Catalogue;
using IntegrationHub.Console.Sources;
using IntegrationHub.Console.Systems;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Transcripts;
using IntegrationHub.Testing.Cli;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Console;
using IntegrationHub.Tests.Connectors.Lms;
using IntegrationHub.Tests.Console;
using IntegrationHub.Tests.Invented.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Invented;

/// <summary>A kind of system is a folder and a line: what files, schemas and people are told of it follows from that.</summary>
public sealed class InventedKindTests : IDisposable
{
    private readonly InventedInstitution _college = new();

    public void Dispose() => _college.Dispose();

    [Fact]
    public void A_faultless_file_is_in_force_with_them()
    {
        _college.Lint().ShouldBeEmpty();

        var college = _college.InForce();
        (college.Sources["slate"].Kind, college.Sources["slate"].Authentication).ShouldBe(("slate", "bearer"));
        college.Connection(ConnectionRole.Sis)!.Settings["book"].ShouldBe("main");
        college.Connection(ConnectionRole.Badges).ShouldNotBeNull().IsTheHub.ShouldBeFalse();
    }

    [Theory]
    [InlineData("campus: north", "campus: north, campsu: north", "setting-unknown", "The type “slate” has no setting “campsu”.")]
    [InlineData("campus: north, ", "", "setting-missing", "The type “slate” needs the setting “campus”.")]
    [InlineData("grades: every", "grades: all", "setting-value", "The setting “grades” has no value “all”.")]
    [InlineData("token: COLLEGE_SLATE_TOKEN", "tokn: COLLEGE_SLATE_TOKEN", "secret-missing", "The type “slate” needs the secret “token”.")]
    [InlineData(
        "kind: slate\n",
        "kind: slate\n    authentication: signedBody\n",
        "authentication",
        "A source of the type “slate” cannot authenticate with “signedBody”.")]
    [InlineData(
        "kind: slate\n",
        "kind: slate\n    api: { address: https://slate.example.ca }\n",
        "api-not-spoken",
        "The hub calls no API of a source of the type “slate”.")]
    [InlineData("book: main, ", "", "setting-missing", "The type “ledger” needs the setting “book”.")]
    [InlineData("    address: https://ledger.example.ca\n", "", "address-missing", "The type “ledger” needs an address.")]
    [InlineData("{ pin: COLLEGE_LEDGER_PIN }", "{}", "secret-missing", "The type “ledger” needs the secret “pin”.")]
    [InlineData(
        "key: COLLEGE_ROSETTE_KEY",
        "key: COLLEGE_ROSETTE_KEY, pin: COLLEGE_PIN",
        "secret-unknown",
        "The type “rosette” has no secret “pin”.")]
    [InlineData("    kind: rosette\n", "    kind: ledger\n", "kind", "The type “ledger” is not available for this role.")]
    [InlineData(", page: \"7\"", "", "record-setting", "“kind: nonCourse” needs the setting “page” of the connection “sis”.")]
    [InlineData("code: EAU130 }", "code: EAU }", "ledger-code", "Ledger knows no code “EAU”.")]
    [InlineData(
        "kind: nonCourse, code: EAU130",
        "kind: nonCourse",
        "record-incomplete",
        "The transcript entry is incomplete: “code” is missing.")]
    [InlineData("kind: nonCourse, code: EAU130", "kind: sectionGrade", "record-kind", "Ledger does not accept “sectionGrade”.")]
    [InlineData("badge: { class: \"12\" }", "badge: {}", "badge-class", "Rosette gives ribbons of its own only, and none is named.")]
    public void What_their_kinds_do_not_allow_is_a_fault_with_its_remedy(string old, string @new, string rule, string message)
    {
        var fault = _college.With(old, @new).Lint().First(fault => fault.Rule == rule);

        fault.Message.En.ShouldBe(message);
        fault.Message.Fr.ShouldNotBe(fault.Message.En);
        fault.Remedy.En.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_record_that_goes_by_file_needs_no_form_of_the_SIS() =>
        _college.With("kind: nonCourse", "kind: batchFile").Lint().ShouldBeEmpty();

    [Fact]
    public void A_hub_that_did_not_register_them_knows_none_of_them() =>
        _college.Lint(HubKinds.All).Where(fault => fault.Rule == "kind").Select(fault => fault.Line).ShouldBe([7, 12, 17]);

    [Fact]
    public void The_schemas_have_their_names_and_what_their_members_are_called()
    {
        var schemas = CatalogueSchemas.Of(InventedSystems.Kinds);

        foreach (var name in (string[])["slate", "ledger", "rosette"])
        {
            schemas["institution.schema.json"].ShouldContain($"\"{name}\"");
            CatalogueSchemas.Of(HubKinds.All)["institution.schema.json"].ShouldNotContain($"\"{name}\"");
        }

        schemas["micro-credential.schema.json"].ShouldContain("(Registre : trois lettres, trois chiffres)");
        schemas["micro-credential.schema.json"].ShouldContain("(Badgr: the badge class’s entityId; Rosette: the ribbon’s number)");
    }

    [Fact]
    public void The_guide_tells_in_both_languages_what_to_paste_where()
    {
        var guide = InventedSystems.Kinds.Guide(
            _college.InForce().Sources["slate"],
            new("https://hub.example.ca/hooks/college/slate")).ShouldHaveSingleItem();

        guide.Steps.Select(step => step.En).ShouldBe(
        [
            "In Slate, open Deliveries and paste this address: https://hub.example.ca/hooks/college/slate",
            "Add the header Authorization: Bearer, followed by the value of the setting COLLEGE_SLATE_TOKEN.",
            "Choose the event course.done, then save.",
        ]);
        guide.Steps[0].Fr.ShouldBe("Dans Ardoise, ouvrez Envois et collez cette adresse\u00a0: https://hub.example.ca/hooks/college/slate");
    }

    [Fact]
    public async Task The_command_line_reads_their_files_and_tells_their_guide()
    {
        using var cli = new CliRun { Kinds = InventedSystems.Kinds };

        (await cli.Run("lint", _college.Written())).ShouldBe(0);
        (await cli.Run("sources", "show", "slate", "--folder", _college.Written())).ShouldBe(0);
        cli.Output.ShouldContain("In Slate, open Deliveries and paste this address");
    }

    [Theory]
    [InlineData("fr", "Ardoise slate", "le campus qui est le vôtre", "Registre ledger", "le registre où inscrire", "numéro du ruban")]
    [InlineData("en", "Slate slate", "the campus that is yours", "Ledger ledger", "the book to write into", "the ribbon’s number")]
    public async Task The_console_says_what_they_ask(string language, params string[] said)
    {
        var page = await Pages.Render<SystemsPage>(language, InventedSystems.Kinds);

        foreach (var words in said.Append("campus: \"…\"").Append("pin: COLLEGE_SIS_PIN").Append("record: kind: nonCourse code, page"))
            Pages.Words(page).ShouldContain(words);
    }

    [Fact]
    public async Task The_page_of_a_source_has_its_name_and_its_guide()
    {
        var view = SourceSamples.View(
            "slate",
            "slate",
            "bearer",
            SourceState.NeverHeard,
            new(),
            new SecretView("token", "COLLEGE_SLATE_TOKEN", true, null));

        var words = Pages.Words(await Pages.Render<SourcePage>("en", InventedSystems.Kinds, ("View", view)));

        words.ShouldContain("Type Slate");
        words.ShouldContain("In Slate, open Deliveries and paste this address: https://hub.example.ca/hooks/lacnord/slate");
    }

    [Fact]
    public void A_delivery_of_an_invented_LMS_is_read()
    {
        using var provider = InventedSystems.Services.BuildServiceProvider();
        var source = _college.InForce().Sources["slate"];
        var delivery = Arrived.Delivery(
            """
            {
              "event": "course.done", "id": "1", "campus": "north",
              "student": "900100408", "course": "EAU130", "at": "2026-11-02T15:00:00Z"
            }
            """);

        var reading = provider.GetServices<ILms>().Single(lms => lms.Kind == "slate").Read(source, delivery);
        var completion = reading.Completions.ShouldHaveSingleItem();

        (completion.EventId, completion.Kind, completion.Courses.Single()).ShouldBe(("1", CompletionKind.Completed, "EAU130"));
    }

    [Fact]
    public async Task An_invented_SIS_writes_where_the_file_says()
    {
        using var provider = InventedSystems.Services.BuildServiceProvider();
        var college = _college.InForce();
        var entry = new TranscriptEntry(
            "college-1-0",
            "p1",
            college.Entry("water").Record,
            college.Entry("water").Summary.Title,
            DateTimeOffset.UnixEpoch);

        var recording = await provider.GetRequiredService<LedgerSis>()
            .Record(college, college.Connection(ConnectionRole.Sis)!, entry, TestContext.Current.CancellationToken);

        recording.ShouldBe(new(true, "main-EAU130"));
    }
}
