using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Outside;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class AttentionSlice
{
    /// <summary>What people must settle. Needs AddLearners and the queues.</summary>
    public static IServiceCollection AddAttention(this IServiceCollection services) => services
        .AddSingleton<HeldCompletions>()
        .AddMessage<ReleaseHeld, HeldCompletions>()
        .AddSingleton<FailedMessages>()
        .AddSingleton<AttentionRaiser>()
        .AddSingleton<ISystemWatch>(provider => provider.GetRequiredService<AttentionRaiser>())
        .AddSingleton<AttentionReader>()
        .AddSingleton<AttentionCommands>()
        .AddSingleton<IdentityCommands>()
        .AddSingleton<SecretWatch>();
}
