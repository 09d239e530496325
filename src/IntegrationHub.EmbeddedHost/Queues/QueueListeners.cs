using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EmbeddedHost.Queues;

/// <summary>
/// Listens to every queue while the host runs; at its end stops fetching at once and lets running work finish, or cancels it.
/// </summary>
internal sealed class QueueListeners(
    List<QueueFunction> functions,
    QueueSettings settings,
    Strictness strictness,
    IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILoggerFactory logs) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _giveUp = new();
    private readonly CancellationTokenSource _work = new();
    private Task _listening = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _giveUp.Token.Register(_work.Cancel);
        if (strictness.CancelsAtStop)
            lifetime.ApplicationStopping.Register(_work.Cancel);
        _listening = Task.WhenAll(
            functions.Select(function =>
            {
                var log = logs.CreateLogger($"Function.{function.Function.Name}");
                var handler = new MessageHandler(function, settings, scopes, time, log);
                var listener = new QueueListener(function, settings, handler, time, log);
                return Task.Run(
                    () => listener.RunAsync(lifetime.ApplicationStopping, _work.Token, _giveUp.Token),
                    CancellationToken.None);
            }));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var _ = cancellationToken.Register(_giveUp.Cancel);
        await _listening.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _giveUp.Dispose();
        _work.Dispose();
    }
}
