using IntegrationHub.EmbeddedHost.Diagnostics;
using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EmbeddedHost.Timers;

/// <summary>
/// Runs every timer function when its time comes, each never beside itself. Occurrences that pass during a run are left out.
/// </summary>
/// <remarks>The Azure Functions host holds a lock in a blob so that one instance of many fires. This host is one process and holds
/// none.</remarks>
internal sealed class TimerRunner(
    List<TimerFunction> functions,
    Strictness strictness,
    IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILoggerFactory logs) : IHostedService, IDisposable
{
    private static readonly Dictionary<string, object?> NoData = [];
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);
    private readonly CancellationTokenSource _giveUp = new();
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (strictness.CancelsAtStop)
            lifetime.ApplicationStopping.Register(_giveUp.Cancel);
        _running = Task.WhenAll(functions.Select(function => RunAsync(function, time.GetUtcNow(), lifetime.ApplicationStopping)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var _ = cancellationToken.Register(_giveUp.Cancel);
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _giveUp.Dispose();

    private async Task RunAsync(TimerFunction function, DateTimeOffset start, CancellationToken stopping)
    {
        var log = logs.CreateLogger($"Function.{function.Function.Name}");
        var last = default(DateTime);
        var next = function.RunOnStartup ? start : function.Schedule.After(start);
        while (await ReachedAsync(next, stopping))
        {
            var now = time.GetUtcNow();
            var status = new ScheduleStatus
            {
                Last = last,
                Next = function.Schedule.After(now).UtcDateTime,
                LastUpdated = now.UtcDateTime,
            };
            await Task.Run(() => InvokeAsync(function, new() { ScheduleStatus = status }, log), CancellationToken.None);
            last = next.UtcDateTime;
            next = function.Schedule.After(time.GetUtcNow());
        }
    }

    private async Task<bool> ReachedAsync(DateTimeOffset moment, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && moment - time.GetUtcNow() is { Ticks: > 0 } left)
            await Task.Delay(left < LongestDelay ? left : LongestDelay, time, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stopping.IsCancellationRequested;
    }

    private async Task InvokeAsync(TimerFunction function, TimerInfo timer, ILogger log)
    {
        var name = function.Function.Name;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await function.Invoker.InvokeAsync(new(function.Function.Definition, timer, NoData, scope.ServiceProvider, _giveUp.Token));
            HostLog.Succeeded(log, name);
        }
        catch (Exception e)
        {
            HostLog.TimerFailed(log, e, name);
        }
    }
}
