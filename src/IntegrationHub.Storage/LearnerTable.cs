using System.Collections.Concurrent;
using Azure.Data.Tables;
using IntegrationHub.Core.Learners;

namespace IntegrationHub.Storage;

/// <summary>One row a learner, and a row for each look-up key that leads there.</summary>
internal sealed class LearnerTable(StorageClients clients, TimeProvider time) : ILearners
{
    /// <summary>The steps of an award follow each other within seconds: a learner just read is not read again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private const int MostRemembered = 1000;

    private const string Only = "learner";

    private readonly TableClient _learners = clients.Tables.GetTableClient(StorageNames.Learners);
    private readonly TableClient _identities = clients.Tables.GetTableClient(StorageNames.Identities);
    private readonly ConcurrentDictionary<string, (Learner Learner, long At)> _remembered = new();

    public async Task<string?> FindId(string institution, string lookupKey, CancellationToken cancellation) =>
        (await _identities.Find($"{institution}~{lookupKey}", Only, cancellation))?.GetString("Learner");

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

    public async Task Keep(string institution, Learner learner, IReadOnlyList<string> lookupKeys, CancellationToken cancellation)
    {
        await _learners.UpsertEntityAsync(Row.Of($"{institution}~{learner.Id}", Only, learner, Json.Default.Learner), TableUpdateMode.Replace, cancellation);
        Remember($"{institution}~{learner.Id}", learner);
        foreach (var key in lookupKeys)
            await _identities.UpsertEntityAsync(new TableEntity($"{institution}~{key}", Only) { ["Learner"] = learner.Id }, TableUpdateMode.Replace, cancellation);
    }

    private void Remember(string key, Learner learner)
    {
        if (_remembered.Count >= MostRemembered)
            _remembered.Clear();
        _remembered[key] = (learner, time.GetTimestamp());
    }
}
