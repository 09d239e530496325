using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Infra.Checks;

/// <summary>Settings and secrets.</summary>
public sealed class SettingsCheckTests
{
    private const string Reference = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/NAME)";

    private static readonly Dictionary<string, string> Right = new()
    {
        ["AzureWebJobsStorage__accountName"] = "st",
        ["AzureWebJobsStorage__credential"] = "managedidentity",
        ["AzureWebJobsStorage__clientId"] = "1",
        ["AzureWebJobsDisableHomepage"] = "true",
        ["FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING"] = "true",
        ["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"] = "1",
        ["SweepSchedule"] = "0 * * * * *",
        ["Pipeline__PayloadDays"] = "30",
        ["Hub__AdminKey"] = Reference,
        ["LACNORD_PEPPER"] = Reference,
    };

    [Fact]
    public void The_settings_of_the_sample_with_references_for_secrets_are_right() => Faults(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData("SweepSchedule")]
    [InlineData("AzureWebJobsStorage__clientId")]
    [InlineData("FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING")]
    [InlineData("Hub__AdminKey")]
    public void A_setting_that_is_missing_is_a_fault_that_names_it(string name)
    {
        var fault = Faults(settings => settings.Remove(name)).ShouldHaveSingleItem();
        fault.File.ShouldBe("infra/modules/app-settings.bicep");
        fault.What.ShouldContain(name);
    }

    [Theory]
    [InlineData("Pipeline__PayloadDay")]
    [InlineData("AzureWebJobsStorage")]
    [InlineData("FUNCTIONS_WORKER_RUNTIME")]
    [InlineData("EmbeddedHost__Lease")]
    [InlineData("EmbeddedHost__Strict")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public void A_setting_that_nobody_reads_in_Azure_is_a_fault(string name) =>
        Faults(settings => settings[name] = "1").ShouldNotBeEmpty();

    [Fact]
    public void A_host_that_is_not_to_drain_is_a_fault() =>
        Faults(settings => settings["FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING"] = "false")
            .ShouldHaveSingleItem()
            .Remedy.ShouldContain("true");

    [Theory]
    [InlineData("Hub__AdminKey")]
    [InlineData("LACNORD_PEPPER")]
    public void A_secret_in_the_open_is_a_fault_that_does_not_repeat_it(string name)
    {
        var fault = Faults(settings => settings[name] = "hush").ShouldHaveSingleItem();
        fault.ToString().ShouldContain(name);
        fault.ToString().ShouldNotContain("hush");
    }

    [Fact]
    public void Secrets_of_an_institution_may_have_any_name_of_their_kind()
    {
        Faults(settings => settings["COLLEGE_CANVAS_SECRET"] = Reference).ShouldBeEmpty();
        Faults(settings => settings["Pipeline__Claim"] = Reference).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("WEBSITE_PEPPER")]
    [InlineData("AZURE_CLIENT_SECRET")]
    [InlineData("HUB_PEPPER")]
    [InlineData("COLLEGE__PEPPER")]
    [InlineData("PEPPER")]
    public void A_secret_of_a_name_that_is_no_institutions_is_a_fault(string name) =>
        Faults(settings => settings[name] = Reference).ShouldHaveSingleItem().ToString().ShouldContain(name);

    [Fact]
    public void The_operators_list_of_an_institutions_older_names_is_a_setting_in_Azure_too() =>
        Faults(settings => settings["InstitutionSecrets__college"] = "OLD_PEPPER").ShouldBeEmpty();

    [Fact]
    public void A_trial_with_the_sandbox_institution_has_all_of_its_secrets_and_no_other()
    {
        Faults(settings =>
        {
            settings.Remove("LACNORD_PEPPER");
            settings["LACNORD_SALT"] = Reference;
        }).Select(fault => fault.File).ShouldBe([Small.File, Small.File]);
        Faults(settings => settings.Remove("LACNORD_PEPPER")).ShouldBeEmpty(); // another institution's deployment
    }

    private static InfraFault[] Faults(Action<Dictionary<string, string>> change)
    {
        var settings = new Dictionary<string, string>(Right);
        change(settings);
        var deployment = Small.Deploy(Small.Settings(settings.Select(setting => (setting.Key, setting.Value))));
        return [.. SettingsCheck.Faults(deployment, Small.Code), .. SecretsCheck.Faults(deployment, Small.Code)];
    }
}
