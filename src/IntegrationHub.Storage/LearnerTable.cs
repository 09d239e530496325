using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using IntegrationHub.Core.Learners;

namespace IntegrationHub.Storage;

/// <summary>A partition a learner, and a row for each look-up key that leads there.</summary>
internal sealed class LearnerTable(StorageClients clients, TimeProvider time) : ILearners
{
    /// <summary>The steps of an award follow each other within seconds: a learner just read is not read again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private const int MostRemembered = 1000;

    private const string Only = "learner";

    /// <summary>Beside the learner stands which keys lead there, so that an erasure finds them.</summary>
    private const string LeadsHere = "key~";

    private readonly TableClient _learners = clients.Tables.GetTableClient(StorageNames.Learners);
    private readonly TableClient _identities = clients.Tables.GetTableClient(StorageNames.Identities);
    private readonly ConcurrentDictionary<string, (Learner Learner, long At)> _remembered = new();

    public async Task<Identity?> Identify(string institution, string lookupKey, CancellationToken cancellation) =>
        await _identities.Find($"{institution}~{lookupKey}", Only, cancellation) is { } row
            ? new(row.GetString(nameof(Identity.Learner)), row.GetBoolean(nameof(Identity.IsStated)) == true)
            {
                Formerly = row.GetString(nameof(Identity.Formerly)),
            }
            : null;

    public async Task<Learner?> Find(string institution, string id, CancellationToken cancellation)
    {
        var key = $"{institution}~{id}";
        if (_remembered.TryGetValue(key, out var known) && time.GetElapsedTime(known.At) < Fresh)
            return known.Learner;
        if (await _learners.Find(key, Only, cancellation) is not { } row)
            return null;
        var learner = row.Read(Json.Default.Learner);
        Remember(key, learner);
        return learner;
    }

    public async Task<IReadOnlyList<string>> Keep(
        string institution,
        Learner learner,
        IReadOnlyList<string> lookupKeys,
        CancellationToken cancellation)
    {
        var partition = $"{institution}~{learner.Id}";
        var row = Row.Of(partition, Only, learner, Json.Default.Learner);
        await Write([new(TableTransactionActionType.UpsertReplace, row), .. WaysBack(partition, lookupKeys)], cancellation);
        Remember(partition, learner);
        var others = new HashSet<string>();
        foreach (var key in lookupKeys.Distinct())
        {
            if (await Lead(institution, key, learner.Id, cancellation) is { } whose && whose != learner.Id)
                others.Add(whose);
        }

        return [.. others];
    }

    public async Task Renew(string institution, Learner learner, CancellationToken cancellation)
    {
        var partition = $"{institution}~{learner.Id}";
        try
        {
            var row = Row.Of(partition, Only, learner, Json.Default.Learner);
            await _learners.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, cancellation);
            Remember(partition, learner);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            _remembered.TryRemove(partition, out _);
        }
    }

    public async Task State(string institution, string id, IReadOnlyList<string> lookupKeys, bool isAnswer, CancellationToken cancellation)
    {
        if (lookupKeys.Count == 0)
            return;
        await Write(WaysBack($"{institution}~{id}", lookupKeys), cancellation);
        foreach (var key in lookupKeys.Distinct())
        {
            var stated = Identity.Stated(await Identify(institution, key, cancellation), id, isAnswer);
            await _identities.UpsertEntityAsync(Way(institution, key, stated), TableUpdateMode.Replace, cancellation);
        }
    }

    private async Task Write(IEnumerable<TableTransactionAction> rows, CancellationToken cancellation)
    {
        foreach (var some in Transactions.Divide(rows.Select(row => (IReadOnlyList<TableTransactionAction>)[row]), besides: 0))
            await _learners.Submit(some, cancellation);
    }

    private static IEnumerable<TableTransactionAction> WaysBack(string partition, IReadOnlyList<string> keys) =>
        keys.Distinct()
            .Select(key => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                new TableEntity(partition, LeadsHere + key)));

    private static TableEntity Way(string institution, string key, Identity identity) =>
        new($"{institution}~{key}", Only)
        {
            [nameof(Identity.Learner)] = identity.Learner,
            [nameof(Identity.IsStated)] = identity.IsStated,
            [nameof(Identity.Formerly)] = identity.Formerly,
        };

    /// <summary>Lets a key lead to a learner unless it leads somewhere already.</summary>
    /// <returns>Whom it leads to; null where it was forgotten meanwhile.</returns>
    private async Task<string?> Lead(string institution, string key, string learner, CancellationToken cancellation)
    {
        try
        {
            await _identities.AddEntityAsync(Way(institution, key, new(learner, IsStated: false)), cancellation);
            return learner;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return (await Identify(institution, key, cancellation))?.Learner;
        }
    }

    public async Task Redirect(string institution, string from, string into, CancellationToken cancellation)
    {
        foreach (var key in await Keys(institution, from, cancellation))
        {
            // A key that was told of somebody else meanwhile is theirs.
            if (await Identify(institution, key, cancellation) is not { } identity || identity.Learner != from)
                continue;
            await _learners.UpsertEntityAsync(
                new TableEntity($"{institution}~{into}", LeadsHere + key),
                TableUpdateMode.Replace,
                cancellation);
            await _identities.UpsertEntityAsync(
                Way(institution, key, identity with { Learner = into }),
                TableUpdateMode.Replace,
                cancellation);
        }
    }

    public async Task<string?> Forget(string institution, string lookupKey, CancellationToken cancellation)
    {
        if (await this.FindId(institution, lookupKey, cancellation) is not { } learner)
            return null;
        await Forget(institution, learner, lookupKey, cancellation);
        return learner;
    }

    public async Task<int> ForgetAllBut(string institution, string id, string lookupKey, CancellationToken cancellation)
    {
        var keys = await Keys(institution, id, cancellation);
        foreach (var key in keys.Where(key => key != lookupKey))
            await Forget(institution, id, key, cancellation);
        return keys.Count(key => key != lookupKey);
    }

    public async Task Erase(string institution, string id, CancellationToken cancellation)
    {
        var partition = $"{institution}~{id}";
        _remembered.TryRemove(partition, out _);
        var rows = new List<TableEntity>();
        await foreach (var row in _learners.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
            rows.Add(row);
        foreach (var key in rows.Where(row => row.RowKey.StartsWith(LeadsHere, StringComparison.Ordinal))
                .Select(row => row.RowKey[LeadsHere.Length..]))
            await ForgetTheWay(institution, id, key, cancellation);
        foreach (var row in rows)
            await _learners.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
    }

    // The way there goes first: a key that leads nowhere is asked for again, one that nobody knows of could not be erased.
    private async Task Forget(string institution, string learner, string key, CancellationToken cancellation)
    {
        await ForgetTheWay(institution, learner, key, cancellation);
        await _learners.DeleteEntityAsync($"{institution}~{learner}", LeadsHere + key, ETag.All, cancellation);
    }

    private async Task ForgetTheWay(string institution, string learner, string key, CancellationToken cancellation)
    {
        if (await this.FindId(institution, key, cancellation) == learner)
            await _identities.DeleteEntityAsync($"{institution}~{key}", Only, ETag.All, cancellation);
    }

    private async Task<List<string>> Keys(string institution, string learner, CancellationToken cancellation)
    {
        var partition = $"{institution}~{learner}";
        var keys = new List<string>();
        await foreach (var row in _learners.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
        {
            if (row.RowKey.StartsWith(LeadsHere, StringComparison.Ordinal))
                keys.Add(row.RowKey[LeadsHere.Length..]);
        }

        return keys;
    }

    private void Remember(string key, Learner learner)
    {
        // Forgotten all at once: at this size that costs a read each, and what is kept is fresh for a minute only.
        if (_remembered.Count >= MostRemembered)
            _remembered.Clear();
        _remembered[key] = (learner, time.GetTimestamp());
    }
}
