using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Transcripts;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Sis.Ethos;

internal static class EthosSetup
{
    /// <summary>Ellucian Ethos, kind <c>ethos</c>.</summary>
    public static IServiceCollection AddEthos(this IServiceCollection services) => services
        .AddOutsideClient(EthosConnection.System)
        .AddSingleton<ISis, EthosSis>();
}
