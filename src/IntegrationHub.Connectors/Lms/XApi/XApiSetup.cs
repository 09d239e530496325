using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.XApi;

internal static class XApiSetup
{
    /// <summary>xAPI, kind <c>xapi</c>.</summary>
    public static IServiceCollection AddXApi(this IServiceCollection services) =>
        services.AddSingleton(XApiKind.Kind).AddSingleton<ILms, XApiLms>();
}
