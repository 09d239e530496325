using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace IntegrationHub.EmbeddedHost.Queues;

internal static class PoisonQueue
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <summary>Copies a message as it is on the wire, making the queue when it is missing.</summary>
    public static async Task AddAsync(QueueClient poison, QueueMessage message)
    {
        try
        {
            await poison.SendMessageAsync(message.MessageText, timeToLive: Forever);
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await poison.CreateIfNotExistsAsync();
            await poison.SendMessageAsync(message.MessageText, timeToLive: Forever);
        }
    }
}
