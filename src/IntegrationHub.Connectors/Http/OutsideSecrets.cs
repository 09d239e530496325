using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Http;

/// <summary>
/// Secrets of systems on which completions wait: one that is not set is an outage that a person ends, no mistake in the hub.
/// </summary>
internal static class OutsideSecrets
{
    /// <summary>The value of a connection's secret.</summary>
    /// <exception cref="OutsideException">Unauthorised: its setting is absent or empty.</exception>
    public static string ForCall(this ISecrets secrets, Institution institution, Connection connection, string purpose) =>
        connection.Secrets.TryGetValue(purpose, out var setting) && secrets.Find(institution.Id, setting) is { Length: > 0 } value
            ? value
            : throw new OutsideException(
                OutsideFault.Unauthorised,
                $"The setting '{setting ?? purpose}' holds no value: it is the {purpose} of the connection {connection.Name}. "
                    + "Set it, then restart the hub."
            );
}
