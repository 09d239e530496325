using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Queues.Models;
using IntegrationHub.Benchmarks.Storage;
using IntegrationHub.OpenBadges;
using IntegrationHub.Storage;

namespace IntegrationHub.Benchmarks.Pipeline;

/// <summary>
/// Recorded calls, made again on tables, queues and containers of a round's own: the same operations on the same keys
/// with the same contents. Conditions are left out, since another order must not fail.
/// </summary>
internal sealed partial class RecordedStorage(StorageClients clients, string suffix)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<QueueMessage>> received = new();

    public async Task Prepare(IEnumerable<StorageCall> calls)
    {
        foreach (
            var (service, resource) in calls.Where(call => call.Path != "$batch").Select(call => (call.Service, call.Resource)).Distinct())
        {
            await (
                service switch
                {
                    "table" => (Task)clients.Tables.CreateTableIfNotExistsAsync(resource + suffix),
                    "queue" => clients.Queues.GetQueueClient(resource + suffix).CreateIfNotExistsAsync(),
                    _ => clients.Blobs.GetBlobContainerClient(resource + suffix).CreateIfNotExistsAsync(),
                });
        }
    }

    /// <summary>A call ready to be made again.</summary>
    public Func<Task> Again(StorageCall call) =>
        call.Service switch
        {
            "blob" => Blob(call),
            "queue" => Queue(call),
            _ => Table(call),
        };

    private Func<Task> Blob(StorageCall call)
    {
        var blob = clients
            .Blobs.GetBlobContainerClient(call.Resource + suffix)
            .GetBlobClient(Uri.UnescapeDataString(call.Path[(call.Resource.Length + 1)..]));
        var content = BinaryData.FromBytes(call.Body);
        return call.Method == "PUT" ? () => blob.UploadAsync(content, overwrite: true) : () => Tolerant(() => blob.DownloadContentAsync());
    }

    private Func<Task> Queue(StorageCall call)
    {
        var queue = clients.Queues.GetQueueClient(call.Resource + suffix);
        var mine = received.GetOrAdd(call.Resource, _ => new());
        async Task Receive()
        {
            foreach (var message in (await queue.ReceiveMessagesAsync(16, Lease)).Value)
                mine.Enqueue(message);
        }

        if (call.IsReceive)
            return Receive;
        if (call.Method == "DELETE")
            return async () =>
            {
                if (mine.IsEmpty)
                    await Receive();
                if (mine.TryDequeue(out var message))
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            };
        var text = BinaryData.FromBytes(
            Convert.FromBase64String(BoundedXml.Load(call.Body, DoctypeHandling.Refused).Root!.Element("MessageText")!.Value));
        return () => queue.SendMessageAsync(text, timeToLive: TimeSpan.FromSeconds(-1));
    }

    private Func<Task> Table(StorageCall call)
    {
        if (call.Path == "$batch")
        {
            var parts = Entities().Matches(call.Text);
            var table = clients.Tables.GetTableClient(Target().Match(call.Text).Groups[1].Value + suffix);
            List<TableTransactionAction> actions =
            [
                .. parts.Select(part => new TableTransactionAction(TableTransactionActionType.UpsertReplace, TableRow.Read(part.Value))),
            ];
            return () => table.SubmitTransactionAsync(actions);
        }

        var client = clients.Tables.GetTableClient(call.Resource + suffix);
        var key = Key().Match(Uri.UnescapeDataString(call.Path));
        var (partition, row) = (key.Groups[1].Value, key.Groups[2].Value);
        var filter = Uri.UnescapeDataString(Filter().Match(call.Query).Groups[1].Value);
        return (call.Method, key.Success) switch
        {
            ("GET", true) => () => client.GetEntityIfExistsAsync<TableEntity>(partition, row),
            ("GET", false) => async () =>
            {
                await foreach (var page in client.QueryAsync<TableEntity>(filter).AsPages())
                    _ = page.Values.Count;
            },
            ("DELETE", _) => () => Tolerant(() => client.DeleteEntityAsync(partition, row)),
            _ => Upsert(client, TableRow.Read(call.Text)),
        };
    }

    private static Func<Task> Upsert(TableClient client, TableEntity entity) =>
        () => client.UpsertEntityAsync(entity, TableUpdateMode.Replace);

    private static async Task Tolerant(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RequestFailedException missing) when (missing.Status == 404) { }
    }

    [GeneratedRegex(@"^\{.*\}\r?$", RegexOptions.Multiline)]
    private static partial Regex Entities();

    [GeneratedRegex(@"devstoreaccount1/(\w+)[(?]")]
    private static partial Regex Target();

    [GeneratedRegex(@"PartitionKey='([^']*)',RowKey='([^']*)'")]
    private static partial Regex Key();

    [GeneratedRegex(@"[?&](?:\$|%24)filter=([^&]*)")]
    private static partial Regex Filter();
}
