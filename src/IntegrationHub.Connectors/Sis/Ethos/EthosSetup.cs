using IntegrationHub.Connectors.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Sis.Ethos;

internal static class EthosSetup
{
    /// <summary>Ellucian Ethos, kind <c>ethos</c>.</summary>
    public static IServiceCollection AddEthos(this IServiceCollection services) => services
        .AddOutsideClient(EthosConnection.System)
        .AddSis<EthosSis>(EthosKind.Kind);
}
