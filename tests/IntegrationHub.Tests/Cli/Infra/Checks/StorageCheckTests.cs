using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Infra.Checks;

public sealed class StorageCheckTests
{
    private static readonly string[] Right =
    [
        Small.Resource(AzureTypes.Queue, "st/default/completions"),
        Small.Resource(AzureTypes.Queue, "st/default/completions-poison"),
        Small.Resource(AzureTypes.Table, "st/default/dossiers"),
        Small.Resource(AzureTypes.Table, "st/default/open"),
        Small.Resource(AzureTypes.Container, "st/default/payloads"),
    ];

    [Fact]
    public void What_the_code_uses_and_no_more_is_right() => StorageCheck.Faults(Small.Deploy(Right), Small.Code).ShouldBeEmpty();

    [Theory]
    [InlineData("completions-poison", "queues")]
    [InlineData("open", "tables")]
    [InlineData("payloads", "containers")]
    public void A_name_that_is_missing_is_a_fault_with_the_line_to_add(string name, string list)
    {
        var fault = StorageCheck
            .Faults(Small.Deploy(Right.Where(resource => !resource.Contains($"/{name}\"", StringComparison.Ordinal))), Small.Code)
            .ShouldHaveSingleItem();
        fault.File.ShouldBe("infra/modules/names.bicep");
        fault.Remedy.ShouldContain($"'{name}'");
        fault.Remedy.ShouldContain(list);
    }

    [Fact]
    public void A_table_that_nobody_uses_is_a_fault() =>
        StorageCheck.Faults(Small.Deploy([.. Right, Small.Resource(AzureTypes.Table, "st/default/awards")]), Small.Code)
            .ShouldHaveSingleItem().What.ShouldContain("awards");

    [Theory]
    [InlineData("https://st.blob.core.windows.net/packages")]
    [InlineData("[format('{0}{1}', reference('storage').outputs.blobEndpoint.value, 'packages')]")]
    public void The_container_of_the_package_is_the_platforms(string address)
    {
        string[] withPackages =
        [
            .. Right,
            Small.Resource(AzureTypes.Container, "st/default/packages"),
            Small.Properties(
                AzureTypes.Site,
                "app",
                $$""" "functionAppConfig": { "deployment": { "storage": { "value": "{{address}}" } } } """),
        ];
        StorageCheck.Faults(Small.Deploy(withPackages), Small.Code).ShouldBeEmpty();
    }
}
