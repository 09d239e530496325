using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>All that a storage account holds, by name; and a way to put rows and blobs back, as a restore does.</summary>
internal sealed partial class StoredData
{
    private readonly List<(string Table, TableEntity Row)> _rows = [];
    private readonly List<(string Container, string Name, BinaryData Content)> _blobs = [];
    private readonly List<(string Queue, string Text)> _messages = [];

    /// <summary>Names and contents as readable text.</summary>
    public IEnumerable<(string Name, string Text)> Texts =>
        [
            .. _rows.Select(one =>
                (
                    $"{one.Table}/{one.Row.PartitionKey}/{one.Row.RowKey}",
                    Readable(
                        string.Join(
                            '\n',
                            one.Row.Where(property => property.Key is not ("odata.etag" or "Timestamp"))
                                .Select(property => property.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{property.Value}")))
                )),
            .. _blobs.Select(one => ($"{one.Container}/{one.Name}", Readable(one.Content.ToString()))),
            .. _messages.Select(one => (one.Queue, Readable(one.Text))),
        ];

    public static async Task<StoredData> Read(string storage)
    {
        var data = new StoredData();
        var tables = new TableServiceClient(storage);
        await foreach (var table in tables.QueryAsync())
        await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            data._rows.Add((table.Name, row));
        var blobs = new BlobServiceClient(storage);
        await foreach (var container in blobs.GetBlobContainersAsync())
        await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
            data._blobs.Add(
                (
                    container.Name,
                    blob.Name,
                    (await blobs.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content));
        var queues = new QueueServiceClient(storage, new() { MessageEncoding = QueueMessageEncoding.Base64 });
        await foreach (var queue in queues.GetQueuesAsync())
        foreach (var message in (await queues.GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value)
            data._messages.Add((queue.Name, message.Body.ToString()));
        return data;
    }

    /// <summary>Names of what holds one of some words.</summary>
    public IReadOnlyList<string> Holding(params string[] words)
    {
        var any = new Regex(
            $@"(?<![\p{{L}}\p{{N}}])({string.Join('|', words.Select(Regex.Escape))})(?![\p{{L}}\p{{N}}])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return
        [
            .. Texts
                .Where(one => any.IsMatch(one.Name) || any.IsMatch(one.Text))
                .Select(one => $"{one.Name}: {any.Match($"{one.Name}\n{one.Text}").Value}"),
        ];
    }

    /// <summary>Rows and blobs are as they were, but for what a restore leaves alone: the ledger of erasures.</summary>
    public async Task Restore(string storage)
    {
        var tables = new TableServiceClient(storage);
        foreach (var (table, row) in _rows.Where(one => one.Table != "erasures"))
            await tables.GetTableClient(table).UpsertEntityAsync(row, TableUpdateMode.Replace);
        var blobs = new BlobServiceClient(storage);
        foreach (var (container, name, content) in _blobs.Where(one => one.Container != "statuslists"))
            await blobs.GetBlobContainerClient(container).GetBlobClient(name).UploadAsync(content, overwrite: true);
    }

    /// <summary>With what JSON escapes and what a JWT or the base64 of a message wraps.</summary>
    private static string Readable(string text)
    {
        var plain = Escape().Replace(text, match => $"{(char)Convert.ToInt32(match.Groups[1].Value, 16)}");
        return string.Join('\n', Wrapped().Matches(plain).Select(match => Decoded(match.Value)).Prepend(plain));
    }

    private static string Decoded(string wrapped)
    {
        var url = wrapped.Replace('+', '-').Replace('/', '_').TrimEnd('=');
        return Base64Url.IsValid(url)
            ? Escape()
                .Replace(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(url)), match =>
                    $"{(char)Convert.ToInt32(match.Groups[1].Value, 16)}")
            : "";
    }

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex("(eyJ|W3s)[A-Za-z0-9+/_-]+=*")]
    private static partial Regex Wrapped();
}
