using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.GenericJson;

/// <summary>What an event says of itself beside its fields.</summary>
/// <param name="Scope">Stands before every id of the sender, so that it is unique among all sources of the institution.</param>
/// <param name="Id">Its id; null where its sender gives none.</param>
/// <param name="Name">Its name; null where there is none.</param>
/// <param name="Time">When it happened; null where it does not say.</param>
/// <param name="TimeStands">Where its time should stand, for people.</param>
internal sealed record Attributes(string Scope, string? Id, string? Name, StatedMoment? Time, string TimeStands)
{
    /// <summary>An id of the sender's as the hub knows it.</summary>
    public string? Scoped(string? id) => id is null ? null : Scope + id;
}
