using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Kinds;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms;

internal static class LmsSetup
{
    /// <summary>A kind of source, with what it says of itself.</summary>
    public static IServiceCollection AddLms<T>(this IServiceCollection services, SourceKind kind)
        where T : class, ILms => services.AddSingleton(kind).AddSingleton<ILms, T>();
}
