using System.Text.Json;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Storage;

/// <summary>Messages as text: the kind, a blank, the members as JSON.</summary>
public sealed class MessageTexts : IMessageTexts
{
    /// <inheritdoc/>
    public string Write(HubMessage message)
    {
        var shape = MessageShapes.ByType[message.GetType()];
        return $"{shape.Kind} {JsonSerializer.Serialize(message, shape.Type)}";
    }

    /// <inheritdoc/>
    public HubMessage? Read(string institution, string text)
    {
        try
        {
            var message = text.Split(' ', 2) switch
            {
                [var kind, ['{', ..] json] => Messages.Read(kind, JsonElement.Parse(json)),
                [var kind, var reference] => MessageOfVersion1.Message(institution, kind, reference),
                // The release before named no kind where a step had ended, and could not send that again.
                _ => text.Contains('/') ? MessageOfVersion1.Message(institution, "ended", text) : null,
            };
            return message is null ? null : Messages.OfItsOwn(message, institution);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
