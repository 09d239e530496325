using ArchUnitNET.xUnitV3;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace IntegrationHub.Tests.Architecture;

/// <summary>What holds within a room, by namespace.</summary>
public sealed class FolderTests
{
    private static ArchUnitNET.Domain.Architecture Hub => LoadedRooms.Hub;

    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.Text.Json")]
    [InlineData("Azure")]
    [InlineData("Microsoft")]
    public void The_domain_knows_no_http_json_or_cloud(string stranger) =>
        Types().That().ResideInAssembly(typeof(IntegrationHub.Core.TrackingId).Assembly)
            .Should().NotDependOnAny(Types(true).That().ResideInNamespaceMatching($@"^{stranger}(\.|$)")).Check(Hub);

    [Theory]
    [InlineData("Lms", "Sis|Badges|Teams|Mail|Directory")]
    [InlineData("Sis", "Lms|Badges|Teams|Mail|Directory")]
    [InlineData("Badges", "Lms|Sis|Teams|Mail|Directory")]
    [InlineData("Teams", "Lms|Sis|Badges|Mail|Directory")]
    [InlineData("Mail", "Lms|Sis|Badges|Teams|Directory")]
    [InlineData("Directory", "Lms|Sis|Badges|Teams|Mail")]
    public void A_connector_knows_no_other(string one, string others) =>
        Types()
            .That()
            .ResideInNamespaceMatching($@"^IntegrationHub\.Connectors\.{one}(\.|$)")
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^IntegrationHub\.Connectors\.({others})(\.|$)"))
            .Check(Hub);

    [Fact]
    public void The_command_line_asks_the_connectors_for_their_kinds_and_nothing_else() =>
        Types().That().ResideInAssembly(typeof(IntegrationHub.Cli.HubCommands).Assembly)
            .Should().NotDependOnAny(
                Types().That().ResideInAssembly(typeof(IntegrationHub.Connectors.ConnectorsSetup).Assembly)
                    .And().AreNot(typeof(IntegrationHub.Connectors.ConnectorsSetup))).Check(Hub);

    [Fact]
    public void Functions_reach_the_storage_only_through_the_interfaces_of_the_core() =>
        Types().That().ResideInAssembly(typeof(IntegrationHub.Functions.Settings.HubOptions).Assembly)
            .Should().NotDependOnAny(Types(true).That().ResideInNamespaceMatching(@"^Azure\.(Storage|Data)(\.|$)")).Check(Hub);
}
