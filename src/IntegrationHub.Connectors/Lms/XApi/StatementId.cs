using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.XApi;

/// <summary>
/// The id of a statement. logstore_xapi sends none and repeats statements after a time-out: then it is a UUID (version 8)
/// over what stays the same in a repeat: actor, verb, object and timestamp.
/// </summary>
internal static class StatementId
{
    /// <summary>The statement's own id, or the derived one.</summary>
    public static string Of(JsonElement? statement) =>
        statement.Text("id")?.ToLowerInvariant() ?? Derive(statement);

    private static string Derive(JsonElement? statement)
    {
        var actor = statement.At("actor");
        var identity = string.Join('\n',
            actor.Text("mbox"), actor.Text("mbox_sha1sum"), actor.Text("openid"), actor.At("account").Canonical(), actor.At("member").Canonical(),
            statement.Text("verb", "id"), statement.Text("object", "id"), statement.Text("timestamp"));
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
