using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.EndToEnd.EmbeddedHost;

/// <summary>What the function under test does, and what it saw.</summary>
public sealed class Work(Func<string, Task> act)
{
    private int _now;

    public ConcurrentQueue<Run> Runs { get; } = [];

    public ConcurrentQueue<int> Parallel { get; } = [];

    /// <summary>That of the last run.</summary>
    public CancellationToken Token { get; set; }

    public async Task DoAsync(Run run)
    {
        Runs.Enqueue(run);
        Parallel.Enqueue(Interlocked.Increment(ref _now));
        try
        {
            await act(run.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _now);
        }
    }
}

/// <summary>One run of the function.</summary>
public sealed record Run(string Message, long DequeueCount, string? DequeueCountOfContext, string Id, long Timestamp);

/// <summary>The function under test.</summary>
public sealed class QueueWorker(Work work)
{
    [Function("Worker")]
    public Task RunAsync([QueueTrigger("%Queue%")] string message, long dequeueCount, string id, FunctionContext context)
    {
        work.Token = context.CancellationToken;
        return work.DoAsync(
            new(message, dequeueCount, context.BindingContext.BindingData["DequeueCount"] as string, id, Stopwatch.GetTimestamp()));
    }
}
