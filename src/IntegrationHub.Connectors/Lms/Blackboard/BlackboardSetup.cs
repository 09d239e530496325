using IntegrationHub.Connectors.Lms.Caliper;
using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.Blackboard;

internal static class BlackboardSetup
{
    /// <summary>Blackboard Learn (Anthology), kind <c>blackboard</c>.</summary>
    public static IServiceCollection AddBlackboard(this IServiceCollection services) =>
        services.AddSingleton(BlackboardKind.Kind).AddSingleton<ILms>(new CaliperLms("blackboard", new BlackboardGrades()));
}
