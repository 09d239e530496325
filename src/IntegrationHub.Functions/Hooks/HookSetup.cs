using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Hooks;

/// <summary>Registers the door for deliveries.</summary>
public static class HookSetup
{
    /// <summary>Needs the slice of intake.</summary>
    public static IServiceCollection AddDoor(this IServiceCollection services) => services
        .AddSingleton<HookAddress>()
        .AddSingleton<WebhookReceiver>();
}
