namespace IntegrationHub.Storage.Backup;

/// <summary>Whose a row or blob is: every key begins with the institution (law 14), but for what is found by time.</summary>
internal static class TenantKeys
{
    /// <summary>Ends an institution's name within a key; the name itself is letters and digits.</summary>
    private static readonly char[] Ends = ['-', '~', '/', '.'];

    /// <summary>Where partitions are hours or days, the row's key begins with the institution.</summary>
    public static bool IsByTime(string table) => table is StorageNames.Open or StorageNames.Calendar;

    /// <summary>The institution of a row.</summary>
    public static string OfRow(string table, string partition, string row) => First(IsByTime(table) ? row : partition);

    /// <summary>The institution of a blob; a payload's address ends in <c>{institution}/{name}</c>.</summary>
    public static string OfBlob(string container, string name) =>
        container == StorageNames.Payloads && name.Split('/') is [.., var owner, _] ? owner : First(name);

    private static string First(string key) => key.IndexOfAny(Ends) is >= 0 and var end ? key[..end] : key;
}
