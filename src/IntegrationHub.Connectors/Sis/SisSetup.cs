using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Transcripts;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Sis;

internal static class SisSetup
{
    /// <summary>A kind of SIS: where persons are found, and where the record is written.</summary>
    public static IServiceCollection AddSis<T>(this IServiceCollection services)
        where T : class, ISis => services
        .AddSingleton<T>()
        .AddSingleton<ISis>(provider => provider.GetRequiredService<T>())
        .AddSingleton<IPersonDirectory>(provider => provider.GetRequiredService<T>());
}
