using System.Text.Json;
using Azure.Data.Tables;

namespace IntegrationHub.Storage;

/// <summary>Divides what is written to one partition into transactions that the Table service takes: 100 operations, 4 MiB.</summary>
internal static class Transactions
{
    private const int MostOperations = 100;

    // Half a megabyte for what wraps the rows.
    private const long MostBytes = 7 * 512 * 1024;

    /// <summary>Fills one transaction after the other, in order; usually one is enough.</summary>
    /// <param name="groups">What belongs together: a group is never divided.</param>
    /// <param name="besides">How many operations each transaction has besides.</param>
    /// <returns>At least one, which may be empty.</returns>
    public static IEnumerable<IReadOnlyList<TableTransactionAction>> Divide(
        IEnumerable<IReadOnlyList<TableTransactionAction>> groups, int besides)
    {
        var (next, bytes) = (new List<TableTransactionAction>(), 0L);
        foreach (var group in groups)
        {
            var size = group.Sum(Size);
            if (next.Count > 0 && (next.Count + group.Count + besides > MostOperations || bytes + size > MostBytes))
            {
                yield return next;
                (next, bytes) = ([], 0);
            }

            next.AddRange(group);
            bytes += size;
        }

        yield return next;
    }

    private static long Size(TableTransactionAction action) => ((IDictionary<string, object>)action.Entity).Values.Sum(Size);

    /// <summary>As it goes over the wire, where JSON within JSON has its quotes escaped, with six bytes each.</summary>
    private static long Size(object value) => value is string text ? JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length : sizeof(long);
}
