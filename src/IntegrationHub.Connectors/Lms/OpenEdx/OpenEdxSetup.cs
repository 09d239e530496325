using IntegrationHub.Connectors.Lms.XApi;
using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.OpenEdx;

internal static class OpenEdxSetup
{
    /// <summary>Open edX, kind <c>openedx</c>.</summary>
    public static IServiceCollection AddOpenEdx(this IServiceCollection services) =>
        services
        .AddSingleton(OpenEdxKind.Kind)
        .AddSingleton<ILms>(given => new OpenEdxLms(ActivatorUtilities.CreateInstance<XApiLms>(given)));
}
