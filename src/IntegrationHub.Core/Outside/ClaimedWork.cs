using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Outside;

/// <summary>What is done under a claim ends before the claim does, or another worker would begin it beside us.</summary>
internal static class ClaimedWork
{
    /// <summary>Does the work.</summary>
    /// <exception cref="OutsideException">It took too long.</exception>
    public static async Task<T> WithinTheClaim<T>(
        this PipelineOptions options,
        Connection connection,
        Func<CancellationToken, Task<T>> work,
        TimeProvider time,
        CancellationToken cancellation)
    {
        using var claim = new CancellationTokenSource(options.Claim * 0.9, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(claim.Token, cancellation);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException) when (claim.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new OutsideException(OutsideFault.Unavailable, $"The {connection.Kind} system did not respond in time.");
        }
    }
}
