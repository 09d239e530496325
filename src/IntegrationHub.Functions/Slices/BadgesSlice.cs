using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class BadgesSlice
{
    /// <summary>Badges: the step, and what people may see and do with a credential. Needs AddSteps and the public addresses.</summary>
    public static IServiceCollection AddBadges(this IServiceCollection services) => services
        .AddSingleton<IStepWork, BadgeWork>()
        .AddSingleton<ClaimLink>()
        .AddSingleton<CredentialQueries>()
        .AddSingleton<HolderCommands>();
}
