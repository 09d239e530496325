using Azure.Data.Tables;
using IntegrationHub.Core.Learners;

namespace IntegrationHub.Storage;

/// <summary>One row a learner, and a row for each look-up key that leads there.</summary>
internal sealed class LearnerTable(StorageClients clients) : ILearners
{
    private const string Only = "learner";

    private readonly TableClient _learners = clients.Tables.GetTableClient(StorageNames.Learners);
    private readonly TableClient _identities = clients.Tables.GetTableClient(StorageNames.Identities);

    public async Task<string?> FindId(string institution, string lookupKey, CancellationToken cancellation) =>
        (await _identities.Find($"{institution}~{lookupKey}", Only, cancellation))?.GetString("Learner");

    public async Task<Learner?> Find(string institution, string id, CancellationToken cancellation) =>
        (await _learners.Find($"{institution}~{id}", Only, cancellation))?.Read(Json.Default.Learner);

    public async Task Keep(string institution, Learner learner, IReadOnlyList<string> lookupKeys, CancellationToken cancellation)
    {
        await _learners.UpsertEntityAsync(Row.Of($"{institution}~{learner.Id}", Only, learner, Json.Default.Learner), TableUpdateMode.Replace, cancellation);
        foreach (var key in lookupKeys)
            await _identities.UpsertEntityAsync(new TableEntity($"{institution}~{key}", Only) { ["Learner"] = learner.Id }, TableUpdateMode.Replace, cancellation);
    }
}
