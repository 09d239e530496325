using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Acts;

/// <summary>Registers what people do.</summary>
public static class ActsRegistration
{
    /// <summary>Adds the acts on awards and on attention items. Needs the pipeline.</summary>
    public static IServiceCollection AddActs(this IServiceCollection services) => services
        .AddSingleton<AwardActs>()
        .AddSingleton<AttentionActs>();
}
