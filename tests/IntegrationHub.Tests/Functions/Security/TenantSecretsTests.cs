using System.Text.RegularExpressions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Settings;
using IntegrationHub.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Security;

/// <summary>The one way to institutions' secrets gives each its own, whatever a file managed to name.</summary>
public sealed partial class TenantSecretsTests
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["PublicBaseUrl"] = "https://hub.example.ca",
        ["Hub:AdminKey"] = "of the hub",
        ["AzureWebJobsStorage"] = "of the hub",
        ["PATH"] = "of the machine",
        ["AZURE_CLIENT_SECRET"] = "of the platform",
        ["LAC_PEPPER"] = "of lac",
        ["LACNORD_PEPPER"] = "of lacnord",
        ["OLD_PEPPER"] = "of lac before",
        ["OLD_KEY"] = "of nobody",
        ["InstitutionSecrets:lac"] = "OLD_PEPPER, OTHER",
    };

    [Theory]
    [InlineData("lac", "LAC_PEPPER", "of lac")]
    [InlineData("lac", "OLD_PEPPER", "of lac before")]
    [InlineData("lacnord", "LACNORD_PEPPER", "of lacnord")]
    [InlineData("lac", "LACNORD_PEPPER", null)]
    [InlineData("lacnord", "LAC_PEPPER", null)]
    [InlineData("lacnord", "OLD_PEPPER", null)]
    [InlineData("lac", "OLD_KEY", null)]
    [InlineData("lac", "old_pepper", null)]
    [InlineData("lac", "Lac_Pepper", null)]
    [InlineData("lac", "lac_pepper", null)]
    [InlineData("LAC", "lac_pepper", null)]
    [InlineData("lac", "Hub:AdminKey", null)]
    [InlineData("lac", "HUB:ADMINKEY", null)]
    [InlineData("lac", "AZUREWEBJOBSSTORAGE", null)]
    [InlineData("azure", "AZURE_CLIENT_SECRET", null)]
    [InlineData("lac", "PATH", null)]
    [InlineData("path", "PATH", null)]
    [InlineData("lac_pepper", "LAC_PEPPER", null)]
    [InlineData("", "LAC_PEPPER", null)]
    public void A_secret_is_found_for_its_own_institution_and_to_the_letter(string institution, string setting, string? value) =>
        Services(Settings).GetRequiredService<ISecrets>().Find(institution, setting).ShouldBe(value);

    [Theory]
    [InlineData("lac", "Hub:AdminKey")]
    [InlineData("lac", "HUB:ADMINKEY")]
    [InlineData("lac", "AZURE_CLIENT_SECRET")]
    [InlineData("lac", "OLD__PEPPER")]
    [InlineData("rive", "OLD_PEPPER")]
    public void A_list_that_gives_what_nobody_can_have_or_the_same_twice_is_told_at_the_start(string institution, string names)
    {
        var settings = new Dictionary<string, string?>(Settings) { ["InstitutionSecrets:north"] = "NORTH_OLD OLD_NORTH" };
        settings[$"InstitutionSecrets:{institution}"] = $"{names} OTHER_{institution.ToUpperInvariant()}";
        Should.Throw<OptionsValidationException>(() => Services(settings).GetRequiredService<IOptions<HubOptions>>().Value)
            .Failures.ShouldHaveSingleItem().ShouldContain($"InstitutionSecrets:{institution}");
    }

    [Fact]
    public void Lists_without_a_fault_stop_nothing() =>
        Services(Settings).GetRequiredService<IOptions<HubOptions>>().Value.PublicBaseUrl.ShouldBe("https://hub.example.ca");

    /// <summary>Held against the sample: an id with which a setting of the hub begins is reserved.</summary>
    [Fact]
    public void No_institution_can_have_an_id_with_which_a_setting_of_the_hub_begins()
    {
        var sample = File.ReadAllText(Repository.Path("local.settings.sample.json"));
        var settings = Setting()
            .Matches(sample)
            .Select(match => match.Groups[1].Value)
            .Where(name => !name.StartsWith("LACNORD_", StringComparison.Ordinal))
            .ToList();
        settings.Count.ShouldBeGreaterThan(20);
        settings.Select(name => name.Split('_')[0].ToLowerInvariant()).ShouldAllBe(beginning => SecretNames.IsReserved(beginning));
    }

    /// <summary>A name that does not stand in the code may be one from a file.</summary>
    [Fact]
    public void No_setting_is_read_by_a_name_from_elsewhere_but_where_that_is_guarded()
    {
        string[] guarded =
        [
            "SecretSettings.cs", // below TenantSecrets, which asks SecretNames
            "TenantSecrets.cs", // the operator's lists
            "CatalogueFolder.cs", // below HostSettings: the placeholders and the operator's lists
            "StorageRegistration.cs",
            "StorageConnections.cs",
            "TelemetryRegistration.cs",
            "Expressions.cs", // the host's own, before any file is read
        ];
        Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "IntegrationHub.Sandbox" or "obj"))
            .Where(file => ByVariable().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName).ShouldBe(guarded, ignoreOrder: true);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddHubSettings(configuration).BuildServiceProvider();
    }

    [GeneratedRegex("""^\s*"([A-Za-z][A-Za-z0-9_]+)": "[^"]*",?\s*$""", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"onfiguration(\[|\.(GetValue(<[^>]+>)?|GetSection|GetConnectionString)\()(\$|[a-z])")]
    private static partial Regex ByVariable();
}
