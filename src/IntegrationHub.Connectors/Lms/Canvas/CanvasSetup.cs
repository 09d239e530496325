using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Lms.Authentication;
using IntegrationHub.Core.Completions;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.Canvas;

internal static class CanvasSetup
{
    /// <summary>Canvas, kind <c>canvas</c>.</summary>
    public static IServiceCollection AddCanvas(this IServiceCollection services) => services
        .AddOutsideClient(KeySets.System)
        .AddSingleton<KeySets>()
        .AddSingleton<SignedBody>()
        .AddSingleton<ILms, CanvasLms>();
}
