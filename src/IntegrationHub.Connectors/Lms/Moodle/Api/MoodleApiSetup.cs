using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.Moodle.Api;

internal static class MoodleApiSetup
{
    /// <summary>Moodle's web services, kind <c>moodle</c>.</summary>
    public static IServiceCollection AddMoodleApi(this IServiceCollection services) => services
        .AddOutsideClient(MoodleCalls.System)
        .AddSingleton<MoodleCalls>()
        .AddSingleton<MoodleGradebook>()
        .AddSingleton<ILmsApi, MoodleApi>();
}
