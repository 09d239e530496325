using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>
/// The id of a statement whose sender gives none, as a UUID (version 8). logstore_xapi sends none and repeats statements
/// after a time-out: what may count is known again by what stays the same in a repeat.
/// </summary>
internal static class StatementId
{
    /// <summary>Derived from actor, verb, object, timestamp and result.</summary>
    public static string Derive(JsonElement? statement)
    {
        var actor = statement.At("actor");
        return Of(
            Encoding.UTF8.GetBytes(
                string.Join(
                    '\n',
                    actor.Text("mbox"),
                    actor.Text("mbox_sha1sum"),
                    actor.Text("openid"),
                    actor.At("account").Canonical(),
                    actor.At("member").Canonical(),
                    statement.Text("verb", "id"),
                    statement.Text("object", "id"),
                    statement.Text("timestamp"),
                    statement.At("result").Canonical())));
    }

    /// <summary>Of the bytes: enough for noise, whose id is told to the sender and then forgotten.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString("D");
    }
}
