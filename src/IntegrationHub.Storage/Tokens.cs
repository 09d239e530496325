using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Storage;

/// <summary>Tokens in the connections' table, encrypted (AES-256-GCM) under a key derived from the institution's pepper.</summary>
internal sealed class Tokens(StorageClients clients, ISecrets secrets, TimeProvider time) : ITokens
{
    private const string Prefix = "token~";

    /// <summary>How long before its end a token is renewed; connectors say when it ends, and take nothing off.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageNames.Connections);
    private readonly ConcurrentDictionary<(string, string), Slot> _slots = new();

    public async Task<Token> Get(
        Institution institution,
        Connection connection,
        Func<Token?, CancellationToken, Task<Token>> renew,
        CancellationToken cancellation)
    {
        var slot = SlotOf(institution, connection);
        if (IsGood(slot.Token))
            return slot.Token!;
        await slot.Gate.WaitAsync(cancellation);
        try
        {
            while (!IsGood(slot.Token))
            {
                var row = await _table.Find(institution.Id, RowKey(connection), cancellation);
                slot.Token = row is null ? null : Open(institution, row);
                if (IsGood(slot.Token))
                    break;
                var fresh = await renew(slot.Token, cancellation);
                // Good or not by the margin: some vendors give tokens for less than a minute.
                if (await _table.Put(Seal(institution, connection, fresh), row?.ETag.ToString(), cancellation))
                    return slot.Token = fresh;
            }

            return slot.Token!;
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    public async Task Forget(Institution institution, Connection connection, Token refused, CancellationToken cancellation)
    {
        var slot = SlotOf(institution, connection);
        if (slot.Token == refused)
            slot.Token = null;
        var row = await _table.Find(institution.Id, RowKey(connection), cancellation);
        if (row is not null && Open(institution, row)?.Value == refused.Value)
            await _table.Put(
                Seal(institution, connection, refused with { Expires = DateTimeOffset.MinValue }),
                row.ETag.ToString(),
                cancellation);
    }

    private bool IsGood(Token? token) => token is not null && token.Expires > time.GetUtcNow() + Margin;

    private Slot SlotOf(Institution institution, Connection connection) => _slots.GetOrAdd((institution.Id, connection.Name), _ => new());

    /// <summary>Whether a row is a token.</summary>
    internal static bool IsToken(string table, string rowKey) =>
        table == StorageNames.Connections && rowKey.StartsWith(Prefix, StringComparison.Ordinal);

    private static string RowKey(Connection connection) => Prefix + connection.Name;

    private TableEntity Seal(Institution institution, Connection connection, Token token)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(token, Json.Default.Token);
        var (nonce, tag) = (RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[AesGcm.TagByteSizes.MaxSize]);
        var cipher = new byte[plain.Length];
        using var aes = new AesGcm(Key(institution), tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return new(institution.Id, RowKey(connection))
        {
            ["Nonce"] = nonce,
            ["Tag"] = tag,
            ["Sealed"] = cipher,
        };
    }

    /// <returns>Null where the pepper has changed since: then a new token is got.</returns>
    private Token? Open(Institution institution, TableEntity row)
    {
        var (nonce, tag, cipher) = (row.GetBinary("Nonce"), row.GetBinary("Tag"), row.GetBinary("Sealed"));
        var plain = new byte[cipher.Length];
        try
        {
            using var aes = new AesGcm(Key(institution), tag.Length);
            aes.Decrypt(nonce, cipher, tag, plain);
            return JsonSerializer.Deserialize(plain, Json.Default.Token);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private byte[] Key(Institution institution) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secrets.Pepper(institution)), 32, info: "tokens"u8.ToArray());

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1);
        public Token? Token { get; set; }
    }
}
