using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using IntegrationHub.Core.Attention;

namespace IntegrationHub.Storage;

/// <summary>Items in one partition an institution, the completions that wait in one an item.</summary>
internal sealed class AttentionTable(StorageClients clients, IEnumerable<Cause> causes) : IAttention
{
    private readonly Causes _causes = new(causes);
    private readonly TableClient _items = clients.Tables.GetTableClient(StorageNames.Attention);
    private readonly TableClient _waiting = clients.Tables.GetTableClient(StorageNames.Waiting);

    public async Task<bool> Raise(AttentionItem item, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await _items.Find(item.Institution, item.Id, cancellation);
            var known = row?.Read(Json.Default.ItemRow) is { Dismissal: null } open ? open : null;
            var counted = known is not null
                ? ItemRow.Of(item) with { Count = known.Count + 1, First = known.First, Told = known.Told, AsideUntil = known.AsideUntil }
                : ItemRow.Of(item);
            if (await _items.Put(Row.Of(item.Institution, item.Id, counted, Json.Default.ItemRow), row?.ETag.ToString(), cancellation))
                return known is null;
        }
    }

    public async Task Note(AttentionItem told, CancellationToken cancellation)
    {
        while (await _items.Find(told.Institution, told.Id, cancellation) is { } row
            && row.Read(Json.Default.ItemRow) is var known
            && known.First == told.First)
        {
            if (await _items.Put(
                    Row.Of(told.Institution, told.Id, known with { Told = told.Told }, Json.Default.ItemRow),
                    row.ETag.ToString(),
                    cancellation))
                return;
        }
    }

    public async Task<AttentionItem?> Find(string institution, string id, CancellationToken cancellation) =>
        await _items.Find(institution, id, cancellation) is { } row && Item(institution, row) is { Dismissal: null } item ? item : null;

    public async Task<IReadOnlyList<AttentionItem>> All(string institution, CancellationToken cancellation)
    {
        var items = new List<AttentionItem>();
        await foreach (var row in _items.QueryAsync<TableEntity>(row => row.PartitionKey == institution, cancellationToken: cancellation))
            items.Add(Item(institution, row));
        return [.. items.OrderByDescending(item => item.Last)];
    }

    public Task<bool> PutAside(string institution, string id, DateTimeOffset until, CancellationToken cancellation) =>
        Change(institution, id, row => row.Dismissal is null ? row with { AsideUntil = until } : null, cancellation);

    public Task<bool> Dismiss(string institution, string id, Dismissal? dismissal, CancellationToken cancellation) => Change(
        institution,
        id,
        row => row.Dismissal is null == dismissal is null ? null : row with { Dismissal = dismissal },
        cancellation);

    public Task Settle(string institution, string id, CancellationToken cancellation) =>
        _items.DeleteEntityAsync(institution, id, cancellationToken: cancellation);

    public async Task<WaitingCompletion?> Wait(string institution, string id, WaitingCompletion completion, CancellationToken cancellation)
    {
        var (partition, key) = (Partition(institution, id), RowKey(completion));
        while (true)
        {
            var row = await _waiting.Find(partition, key, cancellation);
            var earlier = row?.Read(Json.Default.WaitingCompletion);
            if (await _waiting.Put(
                    Row.Of(partition, key, completion with { Version = null }, Json.Default.WaitingCompletion),
                    row?.ETag.ToString(),
                    cancellation))
                return earlier;
        }
    }

    public async IAsyncEnumerable<WaitingCompletion> Waiting(
        string institution,
        string id,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var partition = Partition(institution, id);
        await foreach (var row in _waiting.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
            yield return row.Read(Json.Default.WaitingCompletion) with
            {
                Version = row.ETag.ToString(),
            };
    }

    public async Task Done(string institution, string id, WaitingCompletion completion, CancellationToken cancellation)
    {
        try
        {
            var version = completion.Version is null ? ETag.All : new ETag(completion.Version);
            await _waiting.DeleteEntityAsync(Partition(institution, id), RowKey(completion), version, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            // It came to wait again meanwhile, and does.
        }
    }

    /// <summary>Changes an item; not where it is settled, or the change does not apply to it.</summary>
    private async Task<bool> Change(string institution, string id, Func<ItemRow, ItemRow?> change, CancellationToken cancellation)
    {
        while (await _items.Find(institution, id, cancellation) is { } row && change(row.Read(Json.Default.ItemRow)) is { } changed)
        {
            if (await _items.Put(Row.Of(institution, id, changed, Json.Default.ItemRow), row.ETag.ToString(), cancellation))
                return true;
        }

        return false;
    }

    private AttentionItem Item(string institution, TableEntity row)
    {
        var read = row.Read(Json.Default.ItemRow);
        return read.Item(institution, _causes.Of(read.Cause));
    }

    private static string Partition(string institution, string id) => $"{institution}~{id}";

    private static string RowKey(WaitingCompletion completion) => Row.Key(completion.EventId ?? completion.TrackingId);
}
