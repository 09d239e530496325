using IntegrationHub.Testing.Connectors;
using IntegrationHub.Catalogue;
using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Functions.Settings;
using IntegrationHub.OpenBadges.Keys;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue;

/// <summary>A hub that starts anew with two institutions, one of which has files that cannot work.</summary>
public sealed class ColdStartTests : IDisposable
{
    private static readonly NewKeys Keys = NewKeys.Generate();

    private static readonly Dictionary<string, Action<IssuerOnDisk>> Spoilt = new()
    {
        ["missing key"] = files => files.Spoil(IssuerOnDisk.Main, "LAC_ISSUER_ED25519", "LAC_NOPE"),
        ["malformed key"] = files => files.Spoil(IssuerOnDisk.Main, "LAC_ISSUER_RSA", "LAC_MALFORMED"),
        ["missing pepper"] = files => files.Spoil(IssuerOnDisk.Main, "LAC_PEPPER", "LAC_NOPE"),
        ["unresolved pepper"] = files => files.Spoil(IssuerOnDisk.Main, "LAC_PEPPER", "LAC_UNRESOLVED"),
        ["unreadable file"] = files => File.CreateSymbolicLink(Path.Combine(files.Folder, "lac", "extra.yaml"), "/no/such/file"),
        ["bad YAML"] = files => files.Spoil(IssuerOnDisk.Main, "id: lac", "id: lac: ["),
        ["neighbour's secret"] = files => files.Spoil(IssuerOnDisk.Main, "LAC_PEPPER", "RIVE_PEPPER"),
        ["neighbour's identifier"] = files => files.Spoil(IssuerOnDisk.Main, "did:web:lac.example.ca", "did:web:rive.example.ca"),
        ["misplaced identifier"] = files => files.Spoil(IssuerOnDisk.Main, "did:web:lac.example.ca", "did:web:hub.example.ca:issuers:rive"),
    };

    private readonly IssuerOnDisk _files = new();
    private readonly string _lastGood = Directory.CreateTempSubdirectory("last-good-").FullName;
    private readonly Dictionary<string, string?> _settings = new()
    {
        ["PublicBaseUrl"] = "https://hub.example.ca",
        ["SandboxUrl"] = "https://sandbox.example.ca",
        ["LAC_MALFORMED"] = "not a key",
        ["LAC_UNRESOLVED"] = "@Microsoft.KeyVault(SecretUri=https://vault.example.ca/secrets/LAC-UNRESOLVED)",
    };

    public ColdStartTests()
    {
        _files.Neighbour("rive");
        foreach (var id in new[] { "lac", "rive" })
        {
            _files.Spoil($"{id}/institution.yaml", $"did:web:%DidHost%:issuers:{id}", $"did:web:{id}.example.ca");
            var prefix = id.ToUpperInvariant();
            (_settings[$"{prefix}_PEPPER"], _settings[$"{prefix}_ISSUER_ED25519"], _settings[$"{prefix}_ISSUER_RSA"]) = (
                $"a pepper for the tests of {id}",
                Keys.Ed25519Seed,
                Keys.RsaPkcs8);
        }
    }

    public static TheoryData<string> Kinds => [.. Spoilt.Keys];

    private string Copy => Path.Combine(_lastGood, "lac.zip");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_runs_on_its_last_good_copy_which_stays_as_it_was_and_its_neighbour_runs(string kind)
    {
        Start().All.Count.ShouldBe(2);
        var copy = File.ReadAllBytes(Copy);
        _files.Spoil(IssuerOnDisk.Main, "Lake College", "Spoilt College");
        Spoilt[kind](_files);

        for (var start = 0; start < 2; start++)
        {
            var hub = Start();

            hub.Get("rive").Id.ShouldBe("rive");
            hub.Get("lac").Name.En.ShouldBe("Lake College");
            hub.Faults.Keys.ShouldBe(["lac"]);
            File.ReadAllBytes(Copy).ShouldBe(copy);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_a_last_good_copy_it_is_faulty_and_its_neighbour_runs(string kind)
    {
        // What is a neighbour's is so because the neighbour is in force already: its copy is there.
        Start();
        File.Delete(Copy);
        Spoilt[kind](_files);

        var hub = Start();

        hub.Get("rive").Id.ShouldBe("rive");
        hub.Find("lac", out _).ShouldBe(InstitutionState.Faulty);
        hub.Faults["lac"].ShouldNotBeEmpty();
        File.Exists(Copy).ShouldBeFalse();
    }

    [Fact]
    public void A_setting_that_the_last_good_copy_needs_and_that_is_gone_stops_its_institution_alone_and_spoils_no_copy()
    {
        Start();
        var copy = File.ReadAllBytes(Copy);
        _settings.Remove("LAC_ISSUER_RSA");

        var hub = Start();
        hub.Get("rive").Id.ShouldBe("rive");
        hub.Find("lac", out _).ShouldBe(InstitutionState.Faulty);
        hub.Faults["lac"].ShouldHaveSingleItem().Message.ShouldSatisfyAllConditions(
                text => text.Fr.ShouldContain("LAC_ISSUER_RSA"),
                text => text.En.ShouldContain("LAC_ISSUER_RSA"),
                text => text.Fr.ShouldNotContain("missing"));
        File.ReadAllBytes(Copy).ShouldBe(copy);

        _settings["LAC_ISSUER_RSA"] = Keys.RsaPkcs8;
        Start().All.Count.ShouldBe(2);
    }

    [Fact]
    public void A_check_that_fails_by_a_mistake_of_its_own_is_a_fault_of_the_institution_it_failed_on()
    {
        var hub = CatalogueFolders.Open(_files.Folder, _lastGood, new BrokenCheck());
        hub.All.ShouldHaveSingleItem().Id.ShouldBe("rive");
        hub.Faults.Keys.ShouldBe(["lac"]);
    }

    public void Dispose()
    {
        _files.Dispose();
        Directory.Delete(_lastGood, recursive: true);
    }

    private CatalogueFolder Start()
    {
        (_settings["Catalogue:Folder"], _settings["Catalogue:LastGood"]) = (_files.Folder, _lastGood);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddHubSettings(configuration)
            .AddSingleton(new PublicAddresses(new("https://hub.example.ca")))
            .AddOwnIssuer()
            .AddSingleton(HubKinds.All)
            .AddCatalogue(configuration)
            .BuildServiceProvider()
            .GetRequiredService<CatalogueFolder>();
    }

    private sealed class BrokenCheck : IInstitutionCheck
    {
        public BilingualText? Fault(Institution institution) =>
            institution.Id == "lac" ? throw new InvalidCastException("A mistake.") : null;
    }
}
