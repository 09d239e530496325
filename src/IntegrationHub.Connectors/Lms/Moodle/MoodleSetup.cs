using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.Moodle;

internal static class MoodleSetup
{
    /// <summary>Moodle, kind <c>moodle</c>.</summary>
    public static IServiceCollection AddMoodle(this IServiceCollection services) =>
        services.AddSingleton(MoodleKind.Kind).AddSingleton<ILms, MoodleLms>();
}
