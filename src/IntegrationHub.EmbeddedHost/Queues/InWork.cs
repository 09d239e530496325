namespace IntegrationHub.EmbeddedHost.Queues;

/// <summary>Counts the messages in work and tells when few enough are left.</summary>
internal sealed class InWork
{
    private readonly Lock _lock = new();
    private int _count;
    private int _awaited;
    private TaskCompletionSource? _fewEnough;

    /// <param name="work">Must not throw.</param>
    public void Begin(Func<Task> work)
    {
        lock (_lock)
            _count++;
        _ = Task.Run(async () =>
        {
            try
            {
                await work();
            }
            finally
            {
                End();
            }
        });
    }

    /// <summary>Waits until at most this many are in work, or until the token says so.</summary>
    public async Task AtMostAsync(int count, CancellationToken cancellationToken)
    {
        Task fewEnough;
        lock (_lock)
        {
            if (_count <= count)
                return;
            _awaited = count;
            _fewEnough = new(TaskCreationOptions.RunContinuationsAsynchronously);
            fewEnough = _fewEnough.Task;
        }

        await fewEnough.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void End()
    {
        lock (_lock)
        {
            if (--_count <= _awaited)
                _fewEnough?.TrySetResult();
        }
    }
}
