using System.Globalization;
using Azure;
using Azure.Data.Tables;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Storage;

/// <summary>
/// A batch file is a partition <c>{institution}~{day}</c>: one row for the file, which counts its lines, and one a line,
/// written in one transaction. Partition <c>{institution}~files</c> lists the files, partition <c>{award}</c> holds an
/// award's trail.
/// </summary>
internal sealed class RecordFiles(StorageClients clients) : IRecordFiles
{
    private const string DayFormat = "yyyyMMdd";
    private const string FileRow = "file";
    private const string TrailRow = "trail";

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageNames.Records);

    public async Task<RecordTrail> Trail(AwardId award, CancellationToken cancellation) =>
        await _table.Find(award.ToString(), TrailRow, cancellation) is { } row
            ? new(award, row.Read(Json.Default.RecordTrailEntryArray), row.ETag.ToString())
            : new(award, []);

    public Task<bool> Save(RecordTrail trail, CancellationToken cancellation) =>
        _table.Put(
            Row.Of(trail.Award.ToString(), TrailRow, [.. trail.Entries], Json.Default.RecordTrailEntryArray),
            trail.Version,
            cancellation);


    public async Task<bool> Put(string institution, DateOnly day, RecordLine line, CancellationToken cancellation)
    {
        var partition = Partition(institution, day);
        var row = Row.Of(partition, RowKey(line), RecordLineRow.Of(line), Json.Default.RecordLineRow);
        while (await _table.Find(partition, row.RowKey, cancellation) is null)
        {
            var file = await Find(institution, day, cancellation) ?? new(institution, day, 0, null);
            if (file.Loaded is not null)
                return false;
            if (file.Lines == 0)
                await List(file, cancellation);
            var counted = Row.Of(partition, FileRow, new RecordFileRow(file.Lines + 1, null), Json.Default.RecordFileRow);
            TableTransactionAction count = file.Version is null
                ? new(TableTransactionActionType.Add, counted)
                : new(TableTransactionActionType.UpdateReplace, counted, new ETag(file.Version));
            await Submit([count, new(TableTransactionActionType.Add, row)], cancellation);
        }

        return true;
    }

    public async Task<RecordFile?> Find(string institution, DateOnly day, CancellationToken cancellation) =>
        await _table.Find(Partition(institution, day), FileRow, cancellation) is { } row
            ? row.Read(Json.Default.RecordFileRow).File(institution, day) with { Version = row.ETag.ToString() }
            : null;

    public async Task<IReadOnlyList<RecordFile>> All(string institution, CancellationToken cancellation)
    {
        var partition = ListPartition(institution);
        var files = new List<RecordFile>();
        await foreach (var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
        {
            var listed = row.Read(Json.Default.RecordFileRow)
                .File(institution, DateOnly.ParseExact(row.RowKey, DayFormat, CultureInfo.InvariantCulture));
            // The list is written before the first line and after the loading: only of a loaded file it knows all.
            if ((listed.Loaded is null ? await Find(institution, listed.Day, cancellation) : listed) is { } file)
                files.Add(file);
        }

        return [.. files.OrderByDescending(file => file.Day)];
    }

    public async Task<IReadOnlyList<RecordLine>> Lines(string institution, DateOnly day, CancellationToken cancellation)
    {
        var partition = Partition(institution, day);
        var lines = new List<RecordLine>();
        await foreach (
            var row in _table.QueryAsync<TableEntity>(
                row => row.PartitionKey == partition && row.RowKey != FileRow,
                cancellationToken: cancellation))
            lines.Add(row.Read(Json.Default.RecordLineRow).Line());
        return [.. lines.OrderBy(line => line.Added).ThenBy(line => line.Number)];
    }

    public async Task<bool> Load(RecordFile file, DateTimeOffset now, CancellationToken cancellation)
    {
        var loaded = file with { Loaded = now };
        var row = Row.Of(Partition(file.Institution, file.Day), FileRow, RecordFileRow.Of(loaded), Json.Default.RecordFileRow);
        if (!await _table.Put(row, file.Version, cancellation))
            return false;
        await List(loaded, cancellation);
        return true;
    }

    private Task<Response> List(RecordFile file, CancellationToken cancellation) => _table.UpsertEntityAsync(
            Row.Of(ListPartition(file.Institution), Key(file.Day), RecordFileRow.Of(file), Json.Default.RecordFileRow),
            TableUpdateMode.Replace,
            cancellation);

    private async Task Submit(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            await _table.Submit(actions, cancellation);
        }
        catch (TableTransactionFailedException failure) when (failure.IsLostRace())
        {
            // Another line came first: the file is read again.
        }
    }

    private static string Partition(string institution, DateOnly day) => $"{institution}~{Key(day)}";

    private static string ListPartition(string institution) => $"{institution}~files";

    private static string Key(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static string RowKey(RecordLine line) => string.Create(CultureInfo.InvariantCulture, $"line~{line.Award}~{line.Number:D4}");
}
