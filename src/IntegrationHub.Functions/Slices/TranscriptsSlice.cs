using IntegrationHub.Core.Steps;
using IntegrationHub.Core.Transcripts;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class TranscriptsSlice
{
    /// <summary>The registrar's record: the step, and the batch files. Needs AddSteps.</summary>
    public static IServiceCollection AddTranscripts(this IServiceCollection services) => services
        .AddSingleton<BatchFileLines>()
        .AddSingleton<BatchFileCommands>()
        .AddSingleton<IStepWork, TranscriptWork>();
}
