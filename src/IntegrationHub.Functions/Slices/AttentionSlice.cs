using IntegrationHub.Core.Attention;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class AttentionSlice
{
    /// <summary>What people must settle; each slice registers its causes. Needs the queues.</summary>
    public static IServiceCollection AddAttention(this IServiceCollection services) => services
        .AddSingleton<HeldCompletions>()
        .AddSingleton<AttentionRaiser>()
        .AddSingleton<AttentionReader>()
        .AddSingleton<AttentionCommands>()
        .AddSingleton<Cause, MessageFailed>();
}
