namespace IntegrationHub.Core.Messaging;

/// <summary>How a message is written where it waits for a person, who may send it again: its kind, a blank, what it says.</summary>
public interface IMessageTexts
{
    /// <summary>Writes a message; the same message always alike.</summary>
    string Write(HubMessage message);

    /// <summary>Reads what this release, or the one before, wrote.</summary>
    /// <param name="institution">The tenant whose message it is.</param>
    /// <param name="text">The text.</param>
    /// <returns>Null where it is no message.</returns>
    HubMessage? Read(string institution, string text);
}
