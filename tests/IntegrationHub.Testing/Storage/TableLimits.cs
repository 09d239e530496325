using System.Text.Json;

namespace IntegrationHub.Testing.Storage;

/// <summary>
/// What the Table service refuses (https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// and …/performing-entity-group-transactions), for doubles that are no kinder.
/// </summary>
internal static class TableLimits
{
    /// <summary>Operations of one transaction.</summary>
    public const int MostOperations = 100;

    /// <summary>Bytes of one transaction.</summary>
    public const int MostOfTransaction = 4 * 1024 * 1024;

    /// <summary>Bytes of one row, its names and keys included.</summary>
    public const int MostOfRow = 1024 * 1024;

    /// <summary>Bytes of one property: of text half as many characters, which is how the hub divides what is longer.</summary>
    public const int MostOfProperty = 64 * 1024;

    /// <summary>Bytes of a key.</summary>
    public const int MostOfKey = 1024;

    /// <summary>Refuses what one transaction may not hold.</summary>
    /// <exception cref="TableRefusalException">The service would refuse it.</exception>
    public static void Check(params IReadOnlyCollection<RowWrite> transaction)
    {
        if (transaction.Count > MostOperations)
            throw new TableRefusalException($"{transaction.Count} operations in one transaction.");
        if (transaction.Select(row => (row.Partition, row.Key)).Distinct().Count() < transaction.Count)
            throw new TableRefusalException("Two operations on one row in one transaction.");
        if (transaction.Select(row => row.Partition).Distinct().Count() > 1)
            throw new TableRefusalException("Two partitions in one transaction.");
        if (transaction.Sum(Size) > MostOfTransaction)
            throw new TableRefusalException("Too many bytes in one transaction.");
    }

    private static int Size(RowWrite row)
    {
        var size = Key(row.Partition) + Key(row.Key) + Content(row.Content);
        return size <= MostOfRow ? size : throw new TableRefusalException($"The row {row.Partition}/{row.Key} has {size} bytes.");
    }

    private static int Key(string key) =>
        key.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)) ? throw new TableRefusalException("A key holds what no key may.")
        : key.Length * sizeof(char) > MostOfKey ? throw new TableRefusalException("A key is too long.")
        : key.Length * sizeof(char);

    private static int Content(object? content) =>
        content is null ? 0 : JsonSerializer.Serialize(content, content.GetType()).Length * sizeof(char);
}

/// <summary>One row as it is written.</summary>
/// <param name="Partition">Its partition key.</param>
/// <param name="Key">Its row key.</param>
/// <param name="Content">What it holds; null where its keys say all.</param>
internal readonly record struct RowWrite(string Partition, string Key, object? Content = null);

/// <summary>The service would refuse it, with a 400.</summary>
internal sealed class TableRefusalException(string why) : Exception(why);
