using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using IntegrationHub.Core;

namespace IntegrationHub.Storage;

/// <summary>Rows hold their content as one JSON property beside the version of its shape: a new release reads the old.</summary>
internal static class Row
{
    private const string Content = "Json";
    private const string Shape = "V";

    /// <summary>
    /// Added to the version of a row that goes on: a release that would read its beginning alone takes it for newer, and leaves
    /// it alone.
    /// </summary>
    private const int GoesOn = 1000;

    /// <summary>Most characters of a property.</summary>
    private const int Longest = 32 * 1024;

    /// <summary>Most characters of a row's content: 1 MiB, less what its keys and names may take.</summary>
    private const int MostOfRow = 500 * 1024;

    /// <summary>A row; content that is too long for one property goes on in the next.</summary>
    /// <exception cref="InvalidDataException">No row holds that much. (The emulator would take it.)</exception>
    public static TableEntity Of<T>(string partition, string row, T content, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.Serialize(content, type);
        if (json.Length > MostOfRow)
            throw new InvalidDataException($"A row of {typeof(T).Name} would have {json.Length} characters, more than a table takes.");
        var version = StoredVersions.Written<T>() + (json.Length > Longest ? GoesOn : 0);
        var entity = new TableEntity(partition, row) { [Shape] = version };
        for (var at = 0; at == 0 || at * Longest < json.Length; at++)
            entity[Name(at)] = json[(at * Longest)..Math.Min((at + 1) * Longest, json.Length)];
        return entity;
    }

    /// <exception cref="NewerShapeException">A newer release wrote it.</exception>
    public static T Read<T>(this TableEntity entity, JsonTypeInfo<T> type)
    {
        var (version, goesOn) = (entity.GetInt32(Shape), entity.ContainsKey(Name(1)));
        StoredVersions.Check<T>(goesOn && version > GoesOn ? version - GoesOn : version, $"{entity.PartitionKey}/{entity.RowKey}");
        return JsonSerializer.Deserialize(goesOn ? Whole(entity) : entity.GetString(Content), type)
            ?? throw new InvalidDataException($"The row {entity.PartitionKey}/{entity.RowKey} is empty.");
    }

    private static string Name(int at) => at == 0 ? Content : string.Create(CultureInfo.InvariantCulture, $"{Content}{at}");

    private static string Whole(TableEntity entity) =>
        string.Concat(Enumerable.Range(0, entity.Count).Select(Name).TakeWhile(entity.ContainsKey).Select(entity.GetString));

    /// <summary>A key that may hold any characters, as one that a table takes.</summary>
    public static string Key(string any) => Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(any)).AsSpan(0, 20));

    /// <summary>A moment as a key that sorts by time.</summary>
    public static string Key(DateTimeOffset moment) => moment.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public static async Task<TableEntity?> Find(this TableClient table, string partition, string row, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Adds a row, or replaces the version that was read.</summary>
    /// <returns>False where another was quicker.</returns>
    public static async Task<bool> Put(this TableClient table, TableEntity entity, string? version, CancellationToken cancellation)
    {
        try
        {
            if (version is null)
                await table.AddEntityAsync(entity, cancellation);
            else
                await table.UpdateEntityAsync(entity, new ETag(version), TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsLostRace())
        {
            return false;
        }
    }

    /// <summary>Writes rows of one partition, all or nothing.</summary>
    public static Task<IReadOnlyList<Response>> Submit(
        this TableClient table,
        IEnumerable<TableTransactionAction> actions,
        CancellationToken cancellation
    ) => Outage.Told(async () => (await table.SubmitTransactionAsync(actions, cancellation)).Value, cancellation);

    /// <summary>Whether a conditional write failed because another was quicker; a missing table is another matter.</summary>
    public static bool IsLostRace(this RequestFailedException failure) =>
        failure.Status is 409 or 412 || (failure.Status == 404 && failure.ErrorCode != TableErrorCode.TableNotFound);
}
