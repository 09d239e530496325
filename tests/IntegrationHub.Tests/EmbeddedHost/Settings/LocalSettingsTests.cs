using IntegrationHub.Testing.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.EmbeddedHost.Settings;

public sealed class LocalSettingsTests
{
    private const string File = """{ "Values": { "Colour": "red", "Nested__Key": "deep", "LOCAL_SETTINGS_TEST": "file" } }""";

    [Fact]
    public async Task The_values_of_local_settings_are_settings()
    {
        await using var host = new TestHost([], localSettings: File);
        var settings = host.Services.GetRequiredService<IConfiguration>();
        settings["Colour"].ShouldBe("red");
        settings["Nested:Key"].ShouldBe("deep");
    }

    [Fact]
    public async Task The_environment_wins_over_local_settings()
    {
        Environment.SetEnvironmentVariable("LOCAL_SETTINGS_TEST", "environment");
        await using var host = new TestHost([], localSettings: File);
        host.Services.GetRequiredService<IConfiguration>()["LOCAL_SETTINGS_TEST"].ShouldBe("environment");
    }
}
