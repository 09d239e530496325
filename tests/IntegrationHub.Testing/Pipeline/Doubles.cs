using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Testing.Pipeline;

internal static class Doubles
{
    /// <summary>Registers each double under every interface of the domain that it implements, and as the clock where it is one.</summary>
    public static IServiceCollection AddDoubles(this IServiceCollection services, params object[] doubles)
    {
        foreach (var one in doubles)
        {
            foreach (var role in one.GetType().GetInterfaces().Where(role => role.Assembly == typeof(Core.TrackingId).Assembly))
                services.AddSingleton(role, one);
            if (one is TimeProvider time)
                services.AddSingleton(time);
        }

        return services;
    }
}
