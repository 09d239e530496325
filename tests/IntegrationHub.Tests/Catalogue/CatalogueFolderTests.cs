using IntegrationHub.Catalogue;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue;

public sealed class CatalogueFolderTests : IDisposable
{
    private readonly CatalogueOnDisk _catalogue = new();
    private readonly string _lastGood = Directory.CreateTempSubdirectory("last-good-").FullName;
    private CatalogueFolder? _institutions;

    [Fact]
    public void A_change_comes_into_force_at_the_next_look()
    {
        var institutions = Open();
        _catalogue.Spoil(CatalogueOnDisk.Main, "Lake College", "Lakeside College");
        institutions.Get("lac").Name.En.ShouldBe("Lake College");
        Later();
        institutions.Get("lac").Name.En.ShouldBe("Lakeside College");
    }

    [Fact]
    public void Who_asks_reads_no_file()
    {
        var institutions = Open();
        Directory.Delete(Path.Combine(_catalogue.Folder, "lac"), recursive: true);

        institutions.Find("lac", out _).ShouldBe(InstitutionState.InForce);
        institutions.Names.ShouldBe(["lac"]);
        institutions.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_new_micro_credential_comes_into_force_and_a_removed_one_goes()
    {
        var institutions = Open();
        _catalogue.Copy(CatalogueOnDisk.Water, "lac/micro-credentials/water-testing.yaml");
        File.Delete(Path.Combine(_catalogue.Folder, CatalogueOnDisk.Water));
        Later();
        institutions.Get("lac").MicroCredentials.Keys.ShouldBe(["water-testing"]);
    }

    [Fact]
    public void A_version_that_the_hosts_settings_do_not_carry_leaves_the_last_good_one_in_force()
    {
        var check = new SettingsCheck();
        var institutions = _institutions = CatalogueFolders.Open(_catalogue.Folder, _lastGood, check);
        check.Lacks = new("Le réglage LAC_ISSUER_RSA manque.", "The setting LAC_ISSUER_RSA is missing.");
        _catalogue.Spoil(CatalogueOnDisk.Main, "Lake College", "Lakeside College");
        Later();

        institutions.Get("lac").Name.En.ShouldBe("Lake College");
        var fault = institutions.Faults["lac"].ShouldHaveSingleItem();
        (fault.File, fault.Rule).ShouldBe((CatalogueOnDisk.Main, "host-settings"));
        fault.Message.Fr.ShouldContain("LAC_ISSUER_RSA");
    }

    [Fact]
    public void A_faulty_institution_keeps_its_last_good_version_and_tells_its_faults()
    {
        var institutions = Open();
        SpoilMain();
        Later();
        institutions.Find("lac", out var lac).ShouldBe(InstitutionState.InForce);
        lac!.TimeZone.ShouldBe("America/Toronto");
        institutions.Faults["lac"].ShouldHaveSingleItem().Rule.ShouldBe("time-zone");
        _catalogue.Spoil(CatalogueOnDisk.Main, "Nowhere/Town", "America/Halifax");
        Later();
        institutions.Faults.ShouldBeEmpty();
        institutions.Get("lac").TimeZone.ShouldBe("America/Halifax");
    }

    [Fact]
    public void A_faulty_institution_leaves_the_others_untouched()
    {
        AddNorth();
        SpoilMain();
        var institutions = Open();
        institutions.All.ShouldHaveSingleItem().Id.ShouldBe("north");
        institutions.Find("lac", out _).ShouldBe(InstitutionState.Faulty);
        institutions.Find("elsewhere", out _).ShouldBe(InstitutionState.Unknown);
        Should.Throw<KeyNotFoundException>(() => institutions.Get("lac"));
    }

    [Fact]
    public void The_last_good_version_is_in_force_after_a_restart_too()
    {
        Open(_lastGood).Get("lac");
        SpoilMain();
        var restarted = Open(_lastGood);
        restarted.Get("lac").MicroCredentials.Keys.ShouldBe(["water-sampling"]);
        restarted.Faults.Keys.ShouldBe(["lac"]);
    }

    [Fact]
    public void Without_a_folder_for_it_the_last_good_version_is_gone_after_a_restart()
    {
        Open().Get("lac");
        SpoilMain();
        Open().Find("lac", out _).ShouldBe(InstitutionState.Faulty);
    }

    [Fact]
    public void A_damaged_copy_of_the_last_good_version_is_as_good_as_none()
    {
        Open(_lastGood).Get("lac");
        File.WriteAllText(Directory.GetFiles(_lastGood).ShouldHaveSingleItem(), "not a zip");
        SpoilMain();
        Open(_lastGood).Find("lac", out _).ShouldBe(InstitutionState.Faulty);
    }

    [Fact]
    public void An_institution_whose_folder_is_removed_is_unknown()
    {
        AddNorth();
        var institutions = Open();
        Directory.Delete(Path.Combine(_catalogue.Folder, "north"), recursive: true);
        Later();
        institutions.Find("north", out _).ShouldBe(InstitutionState.Unknown);
        institutions.Get("lac").Id.ShouldBe("lac");
    }

    [Fact]
    public void A_catalogue_folder_that_is_away_for_a_moment_ends_no_institution()
    {
        var institutions = Open();
        var elsewhere = _catalogue.Folder + "-away";
        Directory.Move(_catalogue.Folder, elsewhere);
        Later();
        institutions.Get("lac").Id.ShouldBe("lac");
        Directory.Move(elsewhere, _catalogue.Folder);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_a_fault_of_its_institution_alone()
    {
        AddNorth();
        var institutions = Open();
        File.CreateSymbolicLink(Path.Combine(_catalogue.Folder, "north", "micro-credentials.yaml"), "/no/such/file");
        _catalogue.Spoil(CatalogueOnDisk.Main, "Lake College", "Lakeside College");
        Later();
        institutions.Faults["north"].ShouldHaveSingleItem().Rule.ShouldBe("file-unreadable");
        institutions.Get("north").Id.ShouldBe("north");
        institutions.Get("lac").Name.En.ShouldBe("Lakeside College");
    }

    [Fact]
    public void What_did_not_change_is_not_read_again()
    {
        AddNorth();
        var institutions = Open();
        var (lac, north) = (institutions.Get("lac"), institutions.Get("north"));
        _catalogue.Spoil(CatalogueOnDisk.Main, "Lake College", "Lakeside College");
        Later();
        institutions.Get("lac").ShouldNotBeSameAs(lac);
        institutions.Get("north").ShouldBeSameAs(north);
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("1.00:00:01")]
    [InlineData("60.00:00:00")]
    public void Settings_that_cannot_work_are_told_all_at_once(string lookEvery)
    {
        var fault = Should.Throw<OptionsValidationException>(() =>
            CatalogueFolders.Open("/no/such/folder", settings: ("Catalogue:LookEvery", lookEvery)));
        fault.Failures.ShouldContain(failure => failure.Contains("Catalogue:Folder"));
        fault.Failures.ShouldContain(failure => failure.Contains("Catalogue:LookEvery"));
        Should.Throw<OptionsValidationException>(() => Open(Path.Combine(_catalogue.Folder, "kept")))
            .Failures.ShouldHaveSingleItem().ShouldContain("Catalogue:LastGood");
    }

    public void Dispose()
    {
        _catalogue.Dispose();
        Directory.Delete(_lastGood, recursive: true);
    }

    [Fact]
    public void Who_is_refused_for_a_neighbours_sake_comes_into_force_once_the_neighbour_is_gone()
    {
        var institutions = _institutions = CatalogueFolders.Open(
            _catalogue.Folder, lastGood: null, ("InstitutionSecrets:lac", "OLD_PEPPER"), ("InstitutionSecrets:north", "OLD_PEPPER"));
        _catalogue.Spoil(CatalogueOnDisk.Main, "LAC_PEPPER", "OLD_PEPPER");
        Later();
        AddNorth();
        Later();
        institutions.Faults["north"].ShouldContain(fault => fault.Rule == "secret-shared");
        institutions.Find("north", out _).ShouldBe(InstitutionState.Faulty);

        Directory.Delete(Path.Combine(_catalogue.Folder, "lac"), recursive: true);
        Later();
        Later();

        institutions.Find("north", out _).ShouldBe(InstitutionState.InForce);
    }

    private CatalogueFolder Open(string? lastGood = null) => _institutions = CatalogueFolders.Open(_catalogue.Folder, lastGood: lastGood);

    private void Later() => _institutions!.Look();

    private void SpoilMain() => _catalogue.Spoil(CatalogueOnDisk.Main, "America/Toronto", "Nowhere/Town");

    private void AddNorth()
    {
        _catalogue.Copy(CatalogueOnDisk.Main, "north/institution.yaml");
        _catalogue.Spoil("north/institution.yaml", "id: lac", "id: north");
        _catalogue.Spoil("north/institution.yaml", "LAC_", "NORTH_");
    }

    private sealed class SettingsCheck : IInstitutionCheck
    {
        public BilingualText? Lacks { get; set; }

        public BilingualText? Fault(Institution institution) => Lacks;
    }
}
