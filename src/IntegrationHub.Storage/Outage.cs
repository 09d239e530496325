using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using IntegrationHub.Core.Failures;

namespace IntegrationHub.Storage;

/// <summary>
/// What of the storage's answers is an outage: whatever is no answer, and that it is busy or broken. A conflict, a lost race or
/// a missing row is an answer.
/// </summary>
internal static class Outage
{
    public static bool Is(int status) => status is 408 or 429 or >= 500;

    /// <summary>
    /// Whether an exception says that there was no answer; what the hub itself threw, or whoever no longer waits for it, does not.
    /// </summary>
    public static bool Is(Exception failure, CancellationToken cancellation) => failure switch
    {
        StorageSilentException or NewerShapeException => false,
        RequestFailedException refused => refused.Status == 0 || Is(refused.Status),
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => failure is AggregateException or AuthenticationFailedException or HttpRequestException or IOException or TimeoutException,
    };

    public static StorageSilentException Of(int status, string? code, Exception? inner = null) =>
        new($"The storage did not do what was asked of it ({$"{status} {code}".TrimEnd()}).", inner);

    public static StorageSilentException Of(Exception failure) => failure is RequestFailedException { Status: > 0 } refused
        ? Of(refused.Status, refused.ErrorCode, failure)
        : new($"The storage did not do what was asked of it ({failure.GetType().Name}).", failure);

    /// <summary>
    /// Asks for what is read outside of a client's pipeline: the content behind the head of an answer, or the answer within an answer.
    /// </summary>
    public static async Task<T> Told<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (Is(failure, cancellation))
        {
            throw Of(failure);
        }
    }
}

/// <summary>
/// The outermost of every client's pipeline, around its tries: an outage is one kind of exception for all of the hub, whichever service has
/// it and whatever its body says.
/// </summary>
internal sealed class OutagePolicy : HttpPipelinePolicy
{
    private const string ErrorCode = "x-ms-error-code";

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        catch (Exception failure) when (Outage.Is(failure, message.CancellationToken))
        {
            throw Outage.Of(failure);
        }

        Look(message.Response);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (Exception failure) when (Outage.Is(failure, message.CancellationToken))
        {
            throw Outage.Of(failure);
        }

        Look(message.Response);
    }

    private static void Look(Response response)
    {
        if (Outage.Is(response.Status))
            throw Outage.Of(response.Status, response.Headers.TryGetValue(ErrorCode, out var code) ? code : null);
    }
}
