using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue.Reading;

public sealed class ReadingTests : IDisposable
{
    private readonly CatalogueOnDisk _catalogue = new();
    private readonly Institution _institution;

    public ReadingTests() => _institution = CatalogueFolders.Open(_catalogue.Folder).Get("lac");

    [Fact]
    public void An_institution_is_read_as_it_is_written()
    {
        _institution.Name.ShouldBe(new BilingualText("Collège du Lac", "Lake College"));
        _institution.TimeZone.ShouldBe("America/Toronto");
        _institution.Pepper.ShouldBe("LAC_PEPPER");
        _institution.Sources.Keys.ShouldBe(["canvas", "moodle-2"]);
        _institution.Sources["canvas"].Settings["jwks"].ShouldBe("http://localhost:7080/jwks");
        _institution.Sources["canvas"].List("accounts").ShouldBe(["a1", "a2"]);
    }

    [Fact]
    public void A_source_knows_its_institution_how_it_proves_itself_and_how_much_it_may_send()
    {
        _catalogue.Spoil(CatalogueOnDisk.Main, "kind: canvas\n", "kind: canvas\n    perMinute: 600\n");
        var sources = CatalogueFolders.Open(_catalogue.Folder).Get("lac").Sources;

        (sources["canvas"].Institution, sources["canvas"].Authentication, sources["canvas"].PerMinute).ShouldBe(("lac", "signedBody", 600));
        (sources["moodle-2"].Institution, sources["moodle-2"].Authentication, sources["moodle-2"].PerMinute).ShouldBe(
            ("lac", "basic", null));
    }

    [Fact]
    public void An_inbound_secret_is_one_name_or_a_current_and_a_previous_one_with_an_end()
    {
        var secrets = _institution.Sources["moodle-2"].Secrets;
        secrets["user"].ShouldBe(new InboundSecret("LAC_MOODLE_USER"));
        secrets["password"]
            .ShouldBe(
                new InboundSecret("LAC_MOODLE_NEW", "LAC_MOODLE_OLD", new DateTimeOffset(2027, 1, 31, 23, 59, 0, TimeSpan.FromHours(-5))));
    }

    [Fact]
    public void A_connection_has_its_pace_or_the_usual_one()
    {
        var sis = _institution.Connection(ConnectionRole.Sis).ShouldNotBeNull();
        (sis.Kind, sis.Address, sis.Rate, sis.ConfirmEvery).ShouldBe(
            ("ethos", new Uri("http://localhost:7080/ethos"), 2.5, TimeSpan.FromMinutes(15)));
        sis.Secrets["apiKey"].ShouldBe("LAC_ETHOS");
        var badges = _institution.Connection(ConnectionRole.Badges).ShouldNotBeNull();
        badges.Rate.ShouldBe(10);
        _institution.Connection(ConnectionRole.Mail).ShouldBeNull();
    }

    [Fact]
    public void A_micro_credential_has_the_name_of_its_file_as_its_code()
    {
        var water = _institution.MicroCredentials["water-sampling"];
        (water.Code, water.Version, water.Badge?.Class).ShouldBe(("water-sampling", 3, "b1"));
        water.Summary.Title.Fr.ShouldBe("Échantillonnage de l’eau");
        water.Summary.Hours.ShouldBe(7.5m);
        water.Assessment.ShouldBe(new Assessment(80, false, 2, new("la prof", "the instructor")));
        water.Record.Kind.ShouldBe(RecordTargetKind.SectionGrade);
        water.Record.Grade.ShouldBe("21111111-2222-3333-4444-555555555555");
        water.Offerings.ShouldBe([new Offering("canvas", "4711", "31"), new Offering("moodle-2", "12")]);
    }

    [Fact]
    public void A_percent_encoded_letter_in_an_address_is_not_taken_for_a_setting()
    {
        _catalogue.Spoil(CatalogueOnDisk.Main, "https://badges.example.ca", "https://badges.example.ca/%C3%A9cole");
        CatalogueFolders
            .Open(_catalogue.Folder)
            .Get("lac")
            .Connection(ConnectionRole.Badges)!
            .Address!.AbsolutePath.ShouldBe("/%C3%A9cole");
    }

    public void Dispose() => _catalogue.Dispose();
}
