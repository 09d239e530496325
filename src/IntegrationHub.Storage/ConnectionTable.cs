using Azure.Data.Tables;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Storage;

/// <summary>What all instances know together of each connection.</summary>
internal sealed class ConnectionTable(StorageClients clients) : IConnectionStates
{
    private readonly TableClient _table = clients.Tables.GetTableClient(StorageNames.Connections);

    public async Task<ConnectionState> Read(string institution, string connection, CancellationToken cancellation) =>
        await _table.Find(institution, connection, cancellation) is { } row
            ? row.Read(Json.Default.ConnectionState) with { Version = row.ETag.ToString() }
            : new();

    public Task<bool> Write(string institution, string connection, ConnectionState state, CancellationToken cancellation) =>
        _table.Put(
            Row.Of(institution, connection, state with { Version = null }, Json.Default.ConnectionState),
            state.Version,
            cancellation);
}
