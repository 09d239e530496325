using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.Ags;

internal static class AgsSetup
{
    /// <summary>AGS scores that a tool forwards, kind <c>ags</c>.</summary>
    public static IServiceCollection AddAgs(this IServiceCollection services) =>
        services.AddSingleton(AgsKind.Kind).AddSingleton<ILms, AgsLms>();
}
