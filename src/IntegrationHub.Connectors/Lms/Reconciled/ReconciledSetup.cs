using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.Reconciled;

internal static class ReconciledSetup
{
    /// <summary>The form in which completions are kept that an LMS told when asked.</summary>
    public static IServiceCollection AddReconciledForm(this IServiceCollection services) => services
        .AddSingleton<IReconciledForm, ReconciledForm>()
        .AddSingleton<ILms>(provider => provider.GetRequiredService<IReconciledForm>());
}
