using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.Canvas.Api;

internal static class CanvasApiSetup
{
    /// <summary>The REST API of Canvas, kind <c>canvas</c>.</summary>
    public static IServiceCollection AddCanvasApi(this IServiceCollection services) => services
        .AddOutsideClient(CanvasApi.System)
        .AddSingleton<ILmsApi, CanvasApi>();
}
