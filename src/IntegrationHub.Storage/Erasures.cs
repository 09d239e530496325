using Azure.Data.Tables;
using IntegrationHub.Core.Erasure;

namespace IntegrationHub.Storage;

/// <summary>The ledger of erasures: one row a learner in the institution's partition.</summary>
internal sealed class Erasures(StorageClients clients) : IErasures
{
    private readonly TableClient _table = clients.Tables.GetTableClient(StorageNames.Erasures);

    public async Task<Erasure?> Find(string institution, string learner, CancellationToken cancellation) =>
        (await _table.Find(institution, learner, cancellation))?.Read(Json.Default.Erasure);

    public async Task<IReadOnlyList<Erasure>> All(string institution, CancellationToken cancellation)
    {
        var found = new List<Erasure>();
        await foreach (var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == institution, cancellationToken: cancellation))
            found.Add(row.Read(Json.Default.Erasure));
        return found;
    }

    public Task Save(Erasure erasure, CancellationToken cancellation) => _table.UpsertEntityAsync(
        Row.Of(erasure.Institution, erasure.Learner, erasure, Json.Default.Erasure), TableUpdateMode.Replace, cancellation);
}
