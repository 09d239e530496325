using System.Text.Json;

namespace IntegrationHub.Storage;

/// <summary>A text is no message of the hub's, or names what is another institution's.</summary>
/// <param name="institution">The institution that it names as its own; null where it names none.</param>
/// <param name="damage">What is wrong with it.</param>
public sealed class UnreadableMessageException(string? institution, Exception damage) : JsonException(damage.Message, damage)
{
    /// <summary>The institution that it names as its own; null where it names none.</summary>
    public string? Institution => institution;
}
