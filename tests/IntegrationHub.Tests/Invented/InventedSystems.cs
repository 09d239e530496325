using IntegrationHub.Connectors;
using IntegrationHub.Connectors.Badges;
using IntegrationHub.Connectors.Lms;
using IntegrationHub.Connectors.Sis;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Tests.Invented.Ledger;
using IntegrationHub.Tests.Invented.Rosette;
using IntegrationHub.Tests.Invented.Slate;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Tests.Invented;

/// <summary>The hub with three systems that do not exist, each a folder and a line here.</summary>
internal static class InventedSystems
{
    public static IServiceCollection Services { get; } = new ServiceCollection()
        .AddConnectors()
        .AddLms<SlateLms>(SlateKind.Kind)
        .AddSis<LedgerSis>(LedgerKind.Kind)
        .AddBadgePlatform<RosettePlatform>(RosetteKind.Kind);

    public static ConnectorKinds Kinds { get; } = Services.Kinds();
}
