using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using IntegrationHub.Storage;

namespace IntegrationHub.EndToEnd.Backup;

/// <summary>A storage account as a test looks at it: every property with its type, every blob with all that is said of it.</summary>
internal sealed class Account(string storage)
{
    public TableServiceClient Tables { get; } = new(storage);

    public BlobServiceClient Blobs { get; } = new(storage);

    /// <summary>What is there, by name.</summary>
    public async Task<SortedDictionary<string, string>> Read()
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var table in Tables.QueryAsync())
            await foreach (var row in Tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
                all[$"{table.Name}/{row.PartitionKey}/{row.RowKey}"] = string.Join('\n', row
                    .Where(property => property.Key is not ("odata.etag" or "Timestamp"))
                    .OrderBy(property => property.Key, StringComparer.Ordinal)
                    .Select(property => $"{property.Key} {property.Value.GetType().Name} {Text(property.Value)}"));
        await foreach (var container in Blobs.GetBlobContainersAsync())
            await foreach (var blob in Blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
                all[$"{container.Name}/{blob.Name}"] = await Text(Blobs.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name));
        return all;
    }

    /// <summary>Deletes everything, as a lost account would.</summary>
    public async Task Wipe()
    {
        await foreach (var table in Tables.QueryAsync())
            await Tables.DeleteTableAsync(table.Name);
        await foreach (var container in Blobs.GetBlobContainersAsync())
            await Blobs.DeleteBlobContainerAsync(container.Name);
        var queues = new QueueServiceClient(storage);
        await foreach (var queue in queues.GetQueuesAsync())
            await queues.DeleteQueueAsync(queue.Name);
    }

    /// <summary>All queues, tables and containers, empty.</summary>
    public Task Make() => new StorageSetup(StorageClients.Of(storage)).Run(CancellationToken.None);

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        BinaryData bytes => Convert.ToHexString(bytes),
        DateTimeOffset moment => moment.UtcDateTime.ToString("O"),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    private static async Task<string> Text(BlobClient blob)
    {
        var answer = (await blob.DownloadContentAsync()).Value;
        var metadata = string.Join(
            ',',
            answer.Details.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
        return $"{answer.Details.ContentType}|{answer.Details.ContentEncoding}|{metadata}|"
            + $"{Convert.ToHexString(SHA256.HashData(answer.Content))}";
    }
}
