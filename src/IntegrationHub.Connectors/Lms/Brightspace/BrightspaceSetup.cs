using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.Brightspace;

internal static class BrightspaceSetup
{
    /// <summary>D2L Brightspace, kind <c>brightspace</c>.</summary>
    public static IServiceCollection AddBrightspace(this IServiceCollection services) =>
        services.AddSingleton(BrightspaceKind.Kind).AddSingleton<ILms, BrightspaceLms>();
}
