using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>Readings of one event.</summary>
internal static class OneEvent
{
    /// <summary>An event that is no completion.</summary>
    /// <param name="name">The source's name of it.</param>
    public static Reading Noise(string? name) => new() { Ignored = [JsonReading.Label(name)] };

    /// <summary>An event that cannot be read.</summary>
    /// <param name="sentence">Why, without personal data.</param>
    /// <param name="status">HTTP status where the protocol wants one.</param>
    public static Reading Fault(string sentence, int status = 200) => new() { Fault = sentence, FaultStatus = status };

    /// <summary>An event that counts.</summary>
    /// <param name="completion">What it says.</param>
    /// <param name="id">Its id; null where its sender gives none.</param>
    public static Reading Counts(Completion completion, string? id) =>
        new() { Completions = [completion with { EventId = id ?? IdentityHash.Of(completion) }] };
}
