using IntegrationHub.Sandbox;
using IntegrationHub.Sandbox.Settings;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Sandbox.Settings;

public class SettingsTests
{
    [Fact]
    public void Without_its_secrets_the_sandbox_does_not_start_and_names_them_all()
    {
        var refusal = Should.Throw<SandboxSettingsException>(() =>
            SandboxApp.Create([], builder =>
            {
                ((IConfigurationBuilder)builder.Configuration).Sources.Clear();
                builder.Configuration.AddInMemoryCollection();
            }));

        foreach (var name in new[]
            {
                "Ethos:ApiKey",
                "Badgr:User",
                "Badgr:Password",
                "Teams:Sig",
                "Graph:ClientId",
                "Graph:ClientSecret",
                "Moodle:User",
                "Moodle:Password",
                "OpenEdx:AddressKey",
                "Forms:AddressKey",
                "Blackboard:AddressKey",
            })
            refusal.Message.ShouldContain($"Sandbox:{name} is missing");
    }

    [Fact]
    public void A_faulty_setting_is_named_without_its_value()
    {
        var refusal = Should.Throw<SandboxSettingsException>(() =>
            SandboxApp.Create([.. SandboxHost.Complete, "--Sandbox:Ethos:ApiKey=not-a-guid", "--Sandbox:RollAfter=soon"]));

        refusal.Message.ShouldContain("Sandbox:Ethos:ApiKey");
        refusal.Message.ShouldContain("Sandbox:RollAfter");
        refusal.Message.ShouldNotContain("not-a-guid");
    }
}
