using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Tests.Invented.Slate;

internal static class SlateSetup
{
    /// <summary>Slate, kind <c>slate</c>.</summary>
    public static IServiceCollection AddSlate(this IServiceCollection services) =>
        services.AddSingleton(SlateKind.Kind).AddSingleton<ILms, SlateLms>();
}
