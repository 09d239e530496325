using Azure.Data.Tables;
using IntegrationHub.Core.Intake;

namespace IntegrationHub.Storage;

/// <summary>What is known of sources: one row each in the institution's partition.</summary>
internal sealed class SourceTable(StorageClients clients) : ISourceHistory
{
    private readonly TableClient _table = clients.Tables.GetTableClient(StorageNames.Sources);

    public async Task<SourceRecord> Read(string institution, string source, CancellationToken cancellation) =>
        await _table.Find(institution, source, cancellation) is { } row ? Record(row) : new();

    public async Task<IReadOnlyDictionary<string, SourceRecord>> All(string institution, CancellationToken cancellation)
    {
        var found = new Dictionary<string, SourceRecord>();
        await foreach (var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == institution, cancellationToken: cancellation))
            found[row.RowKey] = Record(row);
        return found;
    }

    public Task<bool> Save(string institution, string source, SourceRecord record, CancellationToken cancellation) =>
        _table.Put(Row.Of(institution, source, record with { Version = null }, Json.Default.SourceRecord), record.Version, cancellation);

    private static SourceRecord Record(TableEntity row) => row.Read(Json.Default.SourceRecord) with { Version = row.ETag.ToString() };
}
