using IntegrationHub.Testing.Connectors;
using IntegrationHub.Catalogue;
using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue.Rules;

/// <summary>An institution's files reach its own secrets and no others, whichever member of a file names them.</summary>
public sealed class SecretNameTests : IDisposable
{
    private const string Leak = "what-another-holds";

    // Of the hub, of its platform, of neighbours whose ids begin alike; and what only nearly is the institution's.
    private static readonly string[] Hostile =
    [
        "Hub:AdminKey",
        "HUB:ADMINKEY",
        "Hub__AdminKey",
        "HUB__ADMINKEY",
        "HUB_ADMINKEY",
        "AzureWebJobsStorage",
        "AZUREWEBJOBSSTORAGE",
        "PATH",
        "AZURE_CLIENT_SECRET",
        "LACNORD_PEPPER",
        "LA_PEPPER",
        "L_AC_PEPPER",
        "lac_pepper",
        "Lac_Pepper",
        "LAC:PEPPER",
        "LAC__PEPPER",
        "LAC_X__PEPPER",
        "LAC_PEPPER_",
        "LAC_",
        "LAC",
        "LACPEPPER",
        "PEPPER",
    ];

    private static readonly string[] HostilePlaceholders =
    [
        "%Hub:AdminKey%",
        "%HUB:ADMINKEY%",
        "%Hub__AdminKey%",
        "%AzureWebJobsStorage%",
        "%PATH%",
        "%LACNORD_PEPPER%",
        "%LAC_PEPPER%",
        "%Catalogue:Folder%",
        "%didhost%", "%DIDHOST%", "%PUBLICBASEURL%",
    ];

    private readonly FullInstitution _lac = new();

    public static TheoryData<string> Secrets => [.. FullInstitution.Members<SettingNameAttribute>()];

    public static TheoryData<string> Placeholders => [.. FullInstitution.Members<HostSettingsAllowedAttribute>()];

    [Fact]
    public void Its_own_names_and_the_listed_placeholders_are_no_fault() => Lint().ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Secrets))]
    public void No_member_of_a_file_names_a_secret_that_is_not_the_institutions_own(string member) =>
        Refuses(member, Hostile, "setting-name", "secret-foreign");

    [Theory]
    [MemberData(nameof(Placeholders))]
    public void No_member_of_a_file_is_filled_from_any_other_setting_than_the_listed_ones(string member) =>
        Refuses(member, HostilePlaceholders, "host-setting-not-allowed");

    [Fact]
    public void A_placeholder_that_is_refused_is_told_with_those_that_are_not()
    {
        _lac.Files.Spoil(CatalogueOnDisk.Main, "%SandboxUrl%/ethos", "%SisUrl%/ethos");
        var remedy = Lint().ShouldHaveSingleItem().Remedy;
        remedy.Fr.ShouldContain("DidHost, PublicBaseUrl, SandboxUrl");
        remedy.En.ShouldContain("DidHost, PublicBaseUrl, SandboxUrl");
    }

    [Fact]
    public void A_name_of_before_goes_on_where_the_operator_lists_it_for_this_institution_to_the_letter()
    {
        _lac.Files.Spoil(CatalogueOnDisk.Main, "LAC_PEPPER", "OLD_PEPPER");
        Lint().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            fault => fault.Rule.ShouldBe("secret-foreign"),
            fault => fault.Remedy.En.ShouldContain("InstitutionSecrets__lac"),
            fault => fault.Remedy.Fr.ShouldContain("InstitutionSecrets__lac"),
            fault => fault.ToString().ShouldNotContain("OLD_PEPPER"));
        Lint(("InstitutionSecrets:lac", "OTHER OLD_PEPPER")).ShouldBeEmpty();
        Lint(("InstitutionSecrets:lac", "OLD_PEPPE")).ShouldHaveSingleItem();
        Lint(("InstitutionSecrets:lac", "old_pepper")).ShouldHaveSingleItem();
        Lint(("InstitutionSecrets:rive", "OLD_PEPPER")).ShouldHaveSingleItem();
        CatalogueFolders.Open(_lac.Files.Folder).Find("lac", out _).ShouldBe(InstitutionState.Faulty);
        CatalogueFolders
            .Open(_lac.Files.Folder, settings: ("InstitutionSecrets:lac", "OLD_PEPPER"))
            .Find("lac", out _)
            .ShouldBe(InstitutionState.InForce);
    }

    [Theory]
    [InlineData("HUB_ADMINKEY")]
    [InlineData("HUB:ADMINKEY")]
    [InlineData("AZUREWEBJOBSSTORAGE")]
    [InlineData("WEBSITE_AUTH_ENCRYPTION_KEY")]
    public void Not_even_a_list_gives_what_is_the_hubs_or_its_platforms(string name)
    {
        _lac.Files.Spoil(CatalogueOnDisk.Main, "LAC_PEPPER", name);
        Lint(("InstitutionSecrets:lac", name)).ShouldHaveSingleItem().Rule.ShouldBe("secret-foreign");
    }

    [Fact]
    public void No_secret_is_of_two_institutions_and_the_fault_names_both_places()
    {
        _lac.Files.Neighbour("rive");
        foreach (var file in new[] { CatalogueOnDisk.Main, "rive/institution.yaml" })
            _lac.Files.Spoil(file, file == CatalogueOnDisk.Main ? "LAC_PEPPER" : "RIVE_PEPPER", "OLD_PEPPER");
        var fault = Lint(("InstitutionSecrets:lac", "OLD_PEPPER"), ("InstitutionSecrets:rive", "OLD_PEPPER")).ShouldHaveSingleItem();
        (fault.File, fault.Line, fault.Rule).ShouldBe(("rive/institution.yaml", 4, "secret-shared"));
        fault.Message.Fr.ShouldContain("lac/institution.yaml:4");
        fault.Message.En.ShouldContain("lac/institution.yaml:4");
    }

    [Fact]
    public void Not_even_a_list_gives_what_a_neighbours_name_begins_with()
    {
        _lac.Files.Neighbour("rive");
        _lac.Files.Spoil("rive/institution.yaml", "RIVE_PEPPER", "LAC_OLD_PEPPER");
        var fault = Lint(("InstitutionSecrets:rive", "LAC_OLD_PEPPER")).ShouldHaveSingleItem();
        (fault.File, fault.Line, fault.Rule).ShouldBe(("rive/institution.yaml", 4, "secret-foreign"));
    }

    [Theory]
    [InlineData("hub")]
    [InlineData("azure")]
    [InlineData("website")]
    [InlineData("dotnet")]
    [InlineData("aspnetcore")]
    [InlineData("appsetting")]
    public void An_id_with_which_settings_of_the_hub_or_its_platform_begin_is_refused(string id)
    {
        _lac.Files.Neighbour(id);
        var fault = Lint().ShouldHaveSingleItem();
        (fault.File, fault.Line, fault.Rule).ShouldBe(($"{id}/institution.yaml", 1, "id-reserved"));
    }

    public void Dispose() => _lac.Dispose();

    private void Refuses(string member, string[] hostile, params string[] rules)
    {
        foreach (var text in hostile)
        {
            foreach (var line in _lac.Replace(member, text))
            {
                var faults = Lint();
                var fault = faults
                    .FirstOrDefault(fault => rules.Contains(fault.Rule) && fault.File == CatalogueOnDisk.Main && fault.Line == line)
                    .ShouldNotBeNull($"{member}: {text}");
                fault.Remedy.Fr.ShouldNotBe(fault.Remedy.En);
                faults.ShouldAllBe(one => !one.ToString().Contains(Leak, StringComparison.Ordinal), text);
                if (text != hostile[0])
                    continue;
                var running = CatalogueFolders.Open(_lac.Files.Folder, settings: (text.Trim('%'), Leak));
                running.Find("lac", out _).ShouldBe(InstitutionState.Faulty);
                running.Faults["lac"].ShouldContain(one => rules.Contains(one.Rule) && one.Line == line);
            }
        }
    }

    /// <summary>Lint on a host where every setting has a value, whatever its case.</summary>
    private IReadOnlyList<CatalogueFault> Lint(params (string Name, string Value)[] lists) => CatalogueLint.Check(
        _lac.Files.Folder,
        name => CatalogueOnDisk.HostSetting(name)
            ?? (name.StartsWith("InstitutionSecrets", StringComparison.Ordinal)
                ? lists.FirstOrDefault(list => list.Name == name).Value
                : Leak),
        HubKinds.All);
}
