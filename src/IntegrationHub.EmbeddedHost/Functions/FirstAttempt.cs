using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.EmbeddedHost.Functions;

/// <summary>No retry policy exists here: a queue's next attempt is a new delivery.</summary>
internal sealed class FirstAttempt : RetryContext
{
    public static FirstAttempt Instance { get; } = new();

    public override int RetryCount => 0;

    public override int MaxRetryCount => 0;
}
