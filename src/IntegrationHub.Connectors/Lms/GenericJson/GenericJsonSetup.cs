using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.GenericJson;

internal static class GenericJsonSetup
{
    /// <summary>Any sender of JSON, kind <c>json</c>.</summary>
    public static IServiceCollection AddGenericJson(this IServiceCollection services) =>
        services.AddSingleton(GenericJsonKind.Kind).AddSingleton<ILms, GenericJsonLms>();
}
