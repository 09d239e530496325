using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.CloudEvents;

internal static class CloudEventsSetup
{
    /// <summary>CloudEvents 1.0, kind <c>cloudevents</c>.</summary>
    public static IServiceCollection AddCloudEvents(this IServiceCollection services) =>
        services.AddSingleton(CloudEventsKind.Kind).AddSingleton<ILms, CloudEventsLms>();
}
