using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Outside;

/// <summary>What all instances know together of a connection: when the next call may go, and whether the system is down.</summary>
public sealed record ConnectionState
{
    /// <summary>Calls in a row that found the system unavailable before it counts as down.</summary>
    public const int FailuresUntilDown = 3;

    /// <summary>When the next call may go, by the rate.</summary>
    public DateTimeOffset NextSlot { get; init; }

    /// <summary>How many calls in a row found it unavailable.</summary>
    public int Failures { get; init; }

    /// <summary>While it is down: when the next call may try it.</summary>
    public DateTimeOffset? ProbeAt { get; init; }

    /// <summary>The row's version, for the conditional write; null before the first.</summary>
    public string? Version { get; init; }

    /// <summary>Whether its steps wait behind one attention item.</summary>
    public bool IsDown => Failures >= FailuresUntilDown;
}

/// <summary>Where connection states are kept.</summary>
public interface IConnectionStates
{
    /// <summary>Reads the state of a connection, by <see cref="Connection.Name"/>; a fresh one where there is none.</summary>
    Task<ConnectionState> Read(string institution, string connection, CancellationToken cancellation);

    /// <summary>Writes a state if it was not changed since it was read.</summary>
    /// <returns>False where it was changed: nothing was written.</returns>
    Task<bool> Write(string institution, string connection, ConnectionState state, CancellationToken cancellation);
}
