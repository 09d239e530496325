using System.Diagnostics;

/// <summary>
/// Loaded into a counted hub (DOTNET_STARTUP_HOOKS), never in production: what a stage asks of the storage carries the
/// stage's name as W3C trace state, so that the counting proxy can tell stages apart that run side by side.
/// </summary>
internal static class StartupHook
{
    public static void Initialize() => ActivitySource.AddActivityListener(new()
    {
        ShouldListenTo = source => source.Name == "IntegrationHub",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        SampleUsingParentId = (ref ActivityCreationOptions<string> _) => ActivitySamplingResult.AllData,
        ActivityStarted = activity => activity.TraceStateString = "stage=" + activity.OperationName,
    });
}
