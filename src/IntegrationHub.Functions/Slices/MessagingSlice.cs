using IntegrationHub.Core.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class MessagingSlice
{
    /// <summary>Messages that wait and come again. Needs the queues.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services) => services
        .AddSingleton<Postponement>();
}
