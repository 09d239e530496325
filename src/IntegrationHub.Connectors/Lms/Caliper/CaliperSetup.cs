using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.Caliper;

internal static class CaliperSetup
{
    /// <summary>Sensors by the standard, kind <c>caliper</c>.</summary>
    public static IServiceCollection AddCaliper(this IServiceCollection services) =>
        services.AddSingleton(CaliperKind.Kind).AddSingleton<ILms>(new CaliperLms("caliper", new PlainCaliper()));
}
