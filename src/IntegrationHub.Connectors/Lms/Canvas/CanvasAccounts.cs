using System.Text;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Canvas;

/// <summary>
/// The accounts of a source, its setting <c>accounts</c>: Instructure signs every customer's events with the same keys,
/// and only the account that they name binds them to the institution.
/// </summary>
internal static class CanvasAccounts
{
    /// <summary>Whether an account is one of them.</summary>
    /// <param name="source">The source.</param>
    /// <param name="account">The account that an event names, UTF-8; empty where it names none.</param>
    public static bool Has(Source source, ReadOnlySpan<byte> account)
    {
        Span<byte> bytes = stackalloc byte[200];
        var all = source.Setting("accounts").AsSpan();
        foreach (var ours in all.Split(' '))
        {
            var text = all[ours].Trim();
            if (!text.IsEmpty && Encoding.UTF8.TryGetBytes(text, bytes, out var length) && account.SequenceEqual(bytes[..length]))
                return true;
        }

        return false;
    }
}
