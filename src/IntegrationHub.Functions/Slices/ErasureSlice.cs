using IntegrationHub.Core.Erasure;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class ErasureSlice
{
    /// <summary>Erases a learner's data. Needs AddSteps, AddAttention and AddLearners.</summary>
    public static IServiceCollection AddErasure(this IServiceCollection services) => services
        .AddSingleton<ErasureLedger>()
        .AddSingleton<LearnerData>()
        .AddSingleton<CredentialEraser>()
        .AddSingleton<DeliveryEraser>()
        .AddSingleton<AttentionEraser>()
        .AddSingleton<Eraser>()
        .AddMessage<EraseLearner, Eraser>()
        .AddSingleton<ErasureCommands>();
}
