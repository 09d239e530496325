using Azure;
using Azure.Data.Tables;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Storage;

/// <summary>The register of events: a partition and a row each, <c>{institution}~{source}~{hash of the id}</c>.</summary>
internal sealed class EventTable(StorageClients clients) : IEventRegister
{
    private const string Only = "event";

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageNames.Events);

    public Task<RegisteredEvent?> Find(EventKey key, CancellationToken cancellation) =>
        Ask(async () =>
            await _table.Find(Partition(key), Only, cancellation) is { } row
                ? row.Read(Json.Default.RegisteredEvent) with
                {
                    Version = row.ETag.ToString(),
                }
                : null);


    public Task<RegisteredEvent?> Save(EventKey key, RegisteredEvent entry, CancellationToken cancellation) => Ask(async () =>
    {
        var row = Row.Of(Partition(key), Only, entry with { Version = null }, Json.Default.RegisteredEvent);
        try
        {
            var answer = entry.Version is { } version
                ? await _table.UpdateEntityAsync(row, new ETag(version), TableUpdateMode.Replace, cancellation)
                : await _table.AddEntityAsync(row, cancellation);
            return entry with { Version = answer.Headers.ETag.ToString() };
        }
        catch (RequestFailedException failure) when (failure.IsLostRace())
        {
            return null;
        }
    });

    private static string Partition(EventKey key) => $"{key.Institution}~{key.Source}~{Row.Key(key.EventId)}";

    private static async Task<RegisteredEvent?> Ask(Func<Task<RegisteredEvent?>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RequestFailedException failure)
        {
            throw new IOException("The storage did not say what is known of an event.", failure);
        }
    }
}
