using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Storage;

/// <summary>
/// Open awards in partitions <c>{hour}~{shard}</c>, recent ones in <c>{institution}~{day}</c> with the newest first.
/// </summary>
internal sealed class AwardIndex(StorageClients clients, TimeProvider time) : IAwardIndex
{
    private const string HourFormat = "yyyyMMddHH";
    private const string DayFormat = "yyyyMMdd";
    private const int Shards = 4;

    private readonly TableClient _open = clients.Tables.GetTableClient(StorageNames.Open);
    private readonly TableClient _recent = clients.Tables.GetTableClient(StorageNames.Recent);

    public async Task Open(AwardId award, DateTimeOffset opened, CancellationToken cancellation)
    {
        var open = new TableEntity(OpenPartition(award, opened), award.ToString()) { ["Opened"] = opened };
        var newestFirst = (DateTime.MaxValue.Ticks - opened.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
        var recent = new TableEntity(RecentPartition(award.Institution, opened), $"{newestFirst}~{award}");
        await Task.WhenAll(
            _open.UpsertEntityAsync(open, TableUpdateMode.Replace, cancellation),
            _recent.UpsertEntityAsync(recent, TableUpdateMode.Replace, cancellation));
    }

    public Task Close(AwardId award, DateTimeOffset opened, CancellationToken cancellation) =>
        _open.DeleteEntityAsync(OpenPartition(award, opened), award.ToString(), cancellationToken: cancellation);

    public async IAsyncEnumerable<(AwardId Award, DateTimeOffset Opened)> OpenedBefore(
        DateTimeOffset before,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        // '~' sorts after the digits of an hour and before nothing else that a partition holds: the hour itself is included.
        var last = before.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture) + "~~";
        await foreach (
            var row in _open.QueryAsync<TableEntity>(row => row.PartitionKey.CompareTo(last) < 0, cancellationToken: cancellation))
        {
            if (row.GetDateTimeOffset("Opened") is { } opened && opened < before)
                yield return (AwardId.Parse(row.RowKey), opened);
        }
    }

    public async Task<IReadOnlyList<AwardId>> Recent(string institution, int days, int most, CancellationToken cancellation)
    {
        var found = new List<AwardId>();
        for (var day = 0; day < days && found.Count < most; day++)
        {
            var partition = RecentPartition(institution, time.GetUtcNow().AddDays(-day));
            await foreach (
                var row in _recent.QueryAsync<TableEntity>(
                    row => row.PartitionKey == partition,
                    Math.Min(most, 1000),
                    cancellationToken: cancellation))
            {
                found.Add(AwardId.Parse(row.RowKey.Split('~')[1]));
                if (found.Count == most)
                    break;
            }
        }

        return found;
    }

    private static string OpenPartition(AwardId award, DateTimeOffset opened) =>
        $"{opened.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture)}~{award.Dossier.Name[^1] % Shards}";

    private static string RecentPartition(string institution, DateTimeOffset day) =>
        $"{institution}~{day.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture)}";
}
