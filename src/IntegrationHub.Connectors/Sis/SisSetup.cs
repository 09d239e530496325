using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Transcripts;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Sis;

internal static class SisSetup
{
    /// <summary>A kind of SIS: where persons are found, and where the record is written.</summary>
    public static IServiceCollection AddSis<T>(this IServiceCollection services, ConnectionKind kind)
        where T : class, ISis => services
        .AddSingleton(kind)
        .AddSingleton<T>()
        .AddSingleton<ISis>(provider => provider.GetRequiredService<T>())
        .AddSingleton<IPersonDirectory>(provider => provider.GetRequiredService<T>());
}
