using System.Globalization;
using Azure;
using Azure.Data.Tables;
using IntegrationHub.Core.Reconciliation;

namespace IntegrationHub.Storage;

/// <summary>Reconciliations in one partition a source, their courses in one a reconciliation.</summary>
internal sealed class Reconciliations(StorageClients clients) : IReconciliations
{
    private readonly TableClient _table = clients.Tables.GetTableClient(StorageNames.Reconciliations);

    public async Task<Reconciliation?> Find(string institution, string source, string id, CancellationToken cancellation) =>
        await _table.Find(Partition(institution, source), id, cancellation) is { } row ? Read(row) : null;

    public async Task<IReadOnlyList<Reconciliation>> Since(
        string institution,
        string source,
        DateTimeOffset moment,
        CancellationToken cancellation)
    {
        var (partition, first) = (Partition(institution, source), Key(moment));
        var found = new List<Reconciliation>();
        await foreach (
            var row in _table.QueryAsync<TableEntity>(
                row => row.PartitionKey == partition && row.RowKey.CompareTo(first) >= 0,
                cancellationToken: cancellation))
            found.Add(Read(row));
        return [.. found.OrderByDescending(one => one.Id, StringComparer.Ordinal)];
    }

    public async Task<int> Forget(string institution, string source, DateTimeOffset moment, CancellationToken cancellation)
    {
        var (partition, last, forgotten) = (Partition(institution, source), Key(moment), 0);
        await foreach (
            var row in _table.QueryAsync<TableEntity>(
                row => row.PartitionKey == partition && row.RowKey.CompareTo(last) < 0,
                cancellationToken: cancellation))
        {
            // The courses first: without their reconciliation nobody would find them.
            var courses = Partition(Read(row));
            await foreach (
                var course in _table.QueryAsync<TableEntity>(course => course.PartitionKey == courses, cancellationToken: cancellation))
                await _table.DeleteEntityAsync(course.PartitionKey, course.RowKey, ETag.All, cancellation);
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
            forgotten++;
        }

        return forgotten;
    }

    public Task<bool> Save(Reconciliation reconciliation, CancellationToken cancellation) =>
        _table.Put(
            Row.Of(
                Partition(reconciliation.Institution, reconciliation.Source),
                reconciliation.Id,
                reconciliation with
                {
                    Version = null,
                },
                Json.Default.Reconciliation),
            reconciliation.Version,
            cancellation);

    public async Task<IReadOnlyList<CourseComparison>> Courses(Reconciliation reconciliation, CancellationToken cancellation)
    {
        var partition = Partition(reconciliation);
        var found = new List<CourseComparison>();
        await foreach (var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
            found.Add(ReadCourse(row));
        return [.. found.OrderBy(course => course.Course.Names[^1], StringComparer.Ordinal)];
    }

    public async Task<CourseComparison?> Course(Reconciliation reconciliation, string course, CancellationToken cancellation) =>
        await _table.Find(Partition(reconciliation), Row.Key(course), cancellation) is { } row ? ReadCourse(row) : null;

    public Task<bool> Save(Reconciliation reconciliation, CourseComparison course, CancellationToken cancellation) =>
        _table.Put(
            Row.Of(Partition(reconciliation), Row.Key(course.Course.Id), course with { Version = null }, Json.Default.CourseComparison),
            course.Version,
            cancellation);

    private static Reconciliation Read(TableEntity row) => row.Read(Json.Default.Reconciliation) with { Version = row.ETag.ToString() };

    private static CourseComparison ReadCourse(TableEntity row) =>
        row.Read(Json.Default.CourseComparison) with
        {
            Version = row.ETag.ToString(),
        };

    // Names of reconciliations begin with the moment of their beginning.
    private static string Key(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static string Partition(string institution, string source) => $"{institution}~{source}";

    private static string Partition(Reconciliation reconciliation) =>
        $"{Partition(reconciliation.Institution, reconciliation.Source)}~{reconciliation.Id}";
}
