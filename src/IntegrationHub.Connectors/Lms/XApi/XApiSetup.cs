using IntegrationHub.Connectors.Lms.Authentication;
using IntegrationHub.Core.Completions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntegrationHub.Connectors.Lms.XApi;

internal static class XApiSetup
{
    /// <summary>xAPI, kind <c>xapi</c>.</summary>
    public static IServiceCollection AddXApi(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<BasicCredentials>().AddSingleton<ILms, XApiLms>();
    }
}
