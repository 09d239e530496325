using IntegrationHub.Core.Failures;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Functions.Timers;

/// <summary>What every timer function does around its work: while the storage does not answer, the next round does it.</summary>
public sealed partial class Rounds(ILogger<Rounds> log)
{
    /// <summary>Goes one round.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="work">What it does.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task Go(string function, Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        try
        {
            await work(cancellation);
        }
        catch (Exception failure) when (IsSilence(failure))
        {
            IsLeft(log, function, failure.Message);
        }
    }

    /// <summary>For one institution, or for each of several.</summary>
    private static bool IsSilence(Exception failure) =>
        failure is StorageSilentException || (failure is AggregateException several && several.InnerExceptions.All(IsSilence));

    [LoggerMessage(306, LogLevel.Warning, "{Function} leaves its work to the next round: {Failure}")]
    private static partial void IsLeft(ILogger log, string function, string failure);
}
