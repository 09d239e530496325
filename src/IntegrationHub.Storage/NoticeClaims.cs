using Azure;
using Azure.Data.Tables;
using IntegrationHub.Core.Notices;

namespace IntegrationHub.Storage;

/// <summary>Who is sending which notice: a partition an institution, a row for as long as somebody does.</summary>
internal sealed class NoticeClaims(StorageClients clients) : INoticeClaims
{
    private readonly TableClient _table = clients.Tables.GetTableClient(StorageNames.Claims);

    public async Task<NoticeClaim?> Find(string institution, string notice, CancellationToken cancellation) =>
        await _table.Find(institution, Row.Key(notice), cancellation) is { } row
            ? row.Read(Json.Default.NoticeClaim) with
            {
                Version = row.ETag.ToString(),
            }
            : null;

    public async Task<NoticeClaim?> Save(string institution, string notice, NoticeClaim claim, CancellationToken cancellation)
    {
        var row = Row.Of(institution, Row.Key(notice), claim with { Version = null }, Json.Default.NoticeClaim);
        try
        {
            var answer = claim.Version is { } version
                ? await _table.UpdateEntityAsync(row, new ETag(version), TableUpdateMode.Replace, cancellation)
                : await _table.AddEntityAsync(row, cancellation);
            return claim with { Version = answer.Headers.ETag.ToString() };
        }
        catch (RequestFailedException failure) when (failure.IsLostRace())
        {
            return null;
        }
    }

    public async Task Drop(string institution, string notice, NoticeClaim claim, CancellationToken cancellation)
    {
        try
        {
            await _table.DeleteEntityAsync(institution, Row.Key(notice), new ETag(claim.Version!), cancellation);
        }
        catch (RequestFailedException failure) when (failure.IsLostRace())
        {
            // Another took it over.
        }
    }
}
