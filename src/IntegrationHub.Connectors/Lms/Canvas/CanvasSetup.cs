using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.Canvas;

internal static class CanvasSetup
{
    /// <summary>Canvas, kind <c>canvas</c>.</summary>
    public static IServiceCollection AddCanvas(this IServiceCollection services) =>
        services.AddSingleton(CanvasKind.Kind).AddSingleton<ILms, CanvasLms>();
}
