using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Outside;

/// <summary>A line to an outside system for work of many calls: each goes at the connection's pace.</summary>
/// <param name="gateway">Through which the calls go.</param>
/// <param name="institution">Who asks.</param>
/// <param name="connection">The system.</param>
public sealed class PacedConnection(OutboundGateway gateway, Institution institution, Connection connection)
{
    /// <summary>Nobody waits for this work: a worker may wait longer for a slot than for a single call.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Who asks.</summary>
    public Institution Institution => institution;

    /// <summary>The system.</summary>
    public Connection Connection => connection;

    /// <summary>Makes a call when it may go.</summary>
    /// <exception cref="OutsideException">Throttled, with the time to wait, where that is too long; or what the call threw.</exception>
    public Task<T> Ask<T>(Func<Task<T>> call, CancellationToken cancellation) =>
        gateway.CallWithin(Patience, institution, connection, call, cancellation);
}
