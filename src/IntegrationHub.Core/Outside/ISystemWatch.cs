using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Outside;

/// <summary>Hears how outside systems fare, so that a person learns of an outage once, however many steps wait behind it (laws 6 and 10).</summary>
public interface ISystemWatch
{
    /// <summary>A system does not answer, or refuses the hub's credential.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="connection">The <see cref="Connection.Name"/> of the system.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task Troubled(string institution, string connection, OutsideException failure, CancellationToken cancellation);

    /// <summary>A system that was in trouble answers again.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="connection">The <see cref="Connection.Name"/> of the system.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task Answers(string institution, string connection, CancellationToken cancellation);
}
