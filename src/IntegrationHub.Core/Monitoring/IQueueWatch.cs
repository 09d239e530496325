namespace IntegrationHub.Core.Monitoring;

/// <summary>Looks at the queues from outside, taking nothing.</summary>
public interface IQueueWatch
{
    /// <summary>Every queue and every poison queue as it is now.</summary>
    Task<IReadOnlyList<QueueReading>> Read(CancellationToken cancellation);
}

/// <summary>A queue at a moment.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Length">How many messages are in it, about; those in work and those that are put off are among them.</param>
/// <param name="OldestAge">How long the oldest of the messages that could be taken has waited for that; zero where there is none.</param>
public readonly record struct QueueReading(string Queue, int Length, TimeSpan OldestAge);
