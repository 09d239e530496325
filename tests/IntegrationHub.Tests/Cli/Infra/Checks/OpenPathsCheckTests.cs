using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Infra.Checks;

public sealed class OpenPathsCheckTests
{
    [Fact]
    public void Vendors_and_the_public_get_through_and_the_console_asks() => Faults("/hooks/*", "/verify").ShouldBeEmpty();

    [Fact]
    public void A_webhook_behind_the_sign_in_is_a_fault() =>
        Faults("/verify").ShouldHaveSingleItem().What.ShouldContain("hooks/{institution}/{source}");

    [Fact]
    public void A_path_without_a_star_opens_only_itself() => Faults("/hooks", "/verify").Length.ShouldBe(2);

    [Theory]
    [InlineData("/awards/*")]
    [InlineData("/*")]
    [InlineData("/nowhere/*")]
    public void Opening_the_console_or_nothing_is_a_fault(string path) =>
        Faults("/hooks/*", "/verify", path).ShouldHaveSingleItem().What.ShouldContain(path);

    [Fact]
    public void A_sign_in_that_lets_everybody_through_is_a_fault() =>
        OpenPathsCheck.Faults(Small.Deploy(SignIn("false", "/hooks/*", "/verify")), Small.Code).ShouldHaveSingleItem();

    private static InfraFault[] Faults(params string[] open) => [.. OpenPathsCheck.Faults(Small.Deploy(SignIn("true", open)), Small.Code)];

    private static string SignIn(string required, params string[] open) =>
        Small.Properties(
            AzureTypes.SiteConfig,
            "app/authsettingsV2",
            $$"""
            "globalValidation": { "requireAuthentication": {{required}}, "excludedPaths": [{{string.Join(
                ',',
                open.Select(path => $"\"{path}\""))}}] }
            """);
}
