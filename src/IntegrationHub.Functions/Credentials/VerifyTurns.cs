using System.Globalization;
using IntegrationHub.Console;
using IntegrationHub.Console.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Credentials;

/// <summary>
/// Lets few of the files that anybody may bring be verified at once: who finds no turn waits briefly, then is asked to come
/// back. Learners, who hold a link, have turns of their own. What all of them compute shares half of the processors; a turn that
/// waits for the network takes none.
/// </summary>
/// <param name="most">Most turns at once, of strangers and of learners each.</param>
/// <param name="patience">How long one is waited for.</param>
public sealed class VerifyTurns(int most, TimeSpan patience) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _strangers = new(most),
        _learners = new(most);
    private readonly TaskScheduler _processors = new ConcurrentExclusiveSchedulerPair(
        TaskScheduler.Default,
        Processors).ConcurrentScheduler;


    /// <summary>How many processors they share.</summary>
    public static int Processors { get; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Answers a stranger in a turn; 503 with Retry-After where none is free.</summary>
    /// <param name="page">The request.</param>
    /// <param name="request">The same.</param>
    /// <param name="verify">Verifies, and answers.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<IResult> Take(PageContext page, HttpRequest request, Func<Task<IResult>> verify, CancellationToken cancellation) =>
        Take(_strangers, page, request, verify, cancellation);

    /// <summary>The same for a learner.</summary>
    public Task<IResult> TakeOfLearner(PageContext page, HttpRequest request, Func<Task<IResult>> verify, CancellationToken cancellation) =>
        Take(_learners, page, request, verify, cancellation);

    private async Task<IResult> Take(
        SemaphoreSlim turns,
        PageContext page,
        HttpRequest request,
        Func<Task<IResult>> verify,
        CancellationToken cancellation)
    {
        if (!await turns.WaitAsync(patience, cancellation))
        {
            request.HttpContext.Response.Headers.RetryAfter = Pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return ConsolePages.PublicMessage(page, "verify.busy", StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            return await Task.Factory.StartNew(verify, cancellation, TaskCreationOptions.DenyChildAttach, _processors).Unwrap();
        }
        finally
        {
            turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _strangers.Dispose();
        _learners.Dispose();
    }
}

/// <summary>Registers the turns.</summary>
internal static class VerifyTurnsRegistration
{
    /// <summary>Eight at once of either: few enough for memory, enough for those whose issuers answer slowly.</summary>
    public static IServiceCollection AddVerifyTurns(this IServiceCollection services) =>
        services.AddSingleton(_ => new VerifyTurns(8, TimeSpan.FromSeconds(3)));
}
