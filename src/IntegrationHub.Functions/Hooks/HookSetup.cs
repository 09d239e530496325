using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Hooks;

/// <summary>Registers the door for deliveries.</summary>
public static class HookSetup
{
    /// <summary>Needs the connectors, the institutions and the queues.</summary>
    public static IServiceCollection AddDoor(this IServiceCollection services) => services
        .AddSingleton<SourceRateLimit>()
        .AddSingleton<DuplicateCheck>()
        .AddSingleton<Intake>()
        .AddSingleton<HookAddress>()
        .AddSingleton<WebhookReceiver>();
}
