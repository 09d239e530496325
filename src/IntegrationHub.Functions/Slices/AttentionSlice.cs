using IntegrationHub.Core.Attention;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class AttentionSlice
{
    /// <summary>What people must settle; each slice registers its causes. Needs the queues.</summary>
    public static IServiceCollection AddAttention(this IServiceCollection services) => services
        .AddSingleton<HeldCompletions>()
        .AddMessage<ReleaseHeld, HeldCompletions>()
        .AddSingleton<FailedMessages>()
        .AddSingleton<AttentionRaiser>()
        .AddSingleton<AttentionReader>()
        .AddSingleton<AttentionCommands>()
        .AddSingleton<MessageFailed>()
        .AddSingleton<Cause>(provider => provider.GetRequiredService<MessageFailed>());
}
