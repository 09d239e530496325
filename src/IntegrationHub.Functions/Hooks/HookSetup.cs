using IntegrationHub.Core.Completions;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions;

/// <summary>Registers the door for deliveries.</summary>
public static class HookSetup
{
    /// <summary>Needs the connectors, the institutions and the queues.</summary>
    public static IServiceCollection AddDoor(this IServiceCollection services) => services
        .AddSingleton<Allowance>()
        .AddSingleton<Acquaintance>()
        .AddSingleton<Intake>()
        .AddSingleton<HookAddress>()
        .AddSingleton<Door>();
}
