using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Storage;

/// <summary>Partitions <c>{day}</c>, rows <c>{award}~{days before}</c>: what is due is read by day.</summary>
internal sealed class Calendar(StorageClients clients) : ICalendar
{
    private const string DayFormat = "yyyyMMdd";

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageNames.Calendar);

    public Task Add(DateOnly day, AwardId award, int daysBefore, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(new TableEntity(Partition(day), Name(award, daysBefore)), TableUpdateMode.Replace, cancellation);

    public async IAsyncEnumerable<Due> Until(DateOnly day, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = Partition(day);
        await foreach (
            var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey.CompareTo(last) <= 0, cancellationToken: cancellation))
        {
            if (row.RowKey.Split('~') is [var award, var before])
                yield return new(
                    DateOnly.ParseExact(row.PartitionKey, DayFormat, CultureInfo.InvariantCulture),
                    AwardId.Parse(award),
                    int.Parse(before, CultureInfo.InvariantCulture));
        }
    }

    public Task Done(Due due, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Partition(due.Day), Name(due.Award, due.DaysBefore), ETag.All, cancellation);

    private static string Partition(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static string Name(AwardId award, int daysBefore) => string.Create(CultureInfo.InvariantCulture, $"{award}~{daysBefore}");
}
