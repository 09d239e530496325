using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using IntegrationHub.Core.Badges;

namespace IntegrationHub.Storage;

/// <summary>
/// Status lists as blobs of bare bits, <c>{institution}/{purpose}/{list}</c>, and one row an institution with the next
/// serial number. Serial numbers are taken a block at a time and shuffled with the list's own key.
/// </summary>
internal sealed class StatusLists(StorageClients clients) : IStatusLists
{
    /// <summary>The key of an institution's row.</summary>
    internal const string Next = "next";

    private const int Block = 16;
    private const int KeyBytes = 32;

    private readonly BlobContainerClient _lists = clients.Blobs.GetBlobContainerClient(StorageNames.StatusLists);
    private readonly TableClient _serials = clients.Tables.GetTableClient(StorageNames.StatusSerials);
    private readonly ConcurrentDictionary<string, Taken> _taken = new();

    public async Task<StatusEntry> Allocate(string institution, CancellationToken cancellation)
    {
        var taken = _taken.GetOrAdd(institution, _ => new());
        await taken.Gate.WaitAsync(cancellation);
        try
        {
            if (taken.Left == 0)
                await Refill(taken, institution, cancellation);
            taken.Left--;
            return new(taken.List, Shuffle.Index(taken.Key, taken.Serial++));
        }
        finally
        {
            taken.Gate.Release();
        }
    }

    public async Task Set(string institution, StatusPurpose purpose, StatusEntry entry, bool isSet, CancellationToken cancellation)
    {
        var name = Name(institution, purpose, entry.List);
        var (at, mask) = (entry.Index / 8, (byte)(0x80 >> (entry.Index % 8)));
        while (true)
        {
            var blob = await _lists.Download(name, cancellation)
                ?? throw new InvalidDataException($"The status list {name} is not there.");
            var bits = blob.Content.ToArray();
            if ((bits[at] & mask) != 0 == isSet)
                return;
            bits[at] ^= mask;
            if (await _lists.Upload(name, new(bits), blob.Details.ETag.ToString(), cancellation))
                return;
        }
    }

    public async Task<StatusBits?> Read(string institution, StatusPurpose purpose, int list, CancellationToken cancellation) =>
        await _lists.Download(Name(institution, purpose, list), cancellation) is { } blob
            ? new(blob.Content.ToMemory(), blob.Details.ETag.ToString(), blob.Details.LastModified)
            : null;

    private async Task Refill(Taken taken, string institution, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await _serials.Find(institution, Next, cancellation);
            var (list, serial, key) = row is null
                ? (0, 0, RandomNumberGenerator.GetBytes(KeyBytes))
                : (row.GetInt32("List")!.Value, row.GetInt32("Serial")!.Value, row.GetBinary("Key"));
            if (serial + Block > StatusEntry.Bits)
                (list, serial, key) = (list + 1, 0, RandomNumberGenerator.GetBytes(KeyBytes));
            if (serial == 0)
                await Begin(institution, list, cancellation);
            var entity = new TableEntity(institution, Next) { ["List"] = list, ["Serial"] = serial + Block, ["Key"] = key };
            if (!await _serials.Put(entity, row?.ETag.ToString(), cancellation))
                continue;
            (taken.List, taken.Serial, taken.Key, taken.Left) = (list, serial, key, Block);
            return;
        }
    }

    private async Task Begin(string institution, int list, CancellationToken cancellation)
    {
        foreach (var purpose in Enum.GetValues<StatusPurpose>())
            await _lists.Upload(Name(institution, purpose, list), new(new byte[StatusEntry.Bits / 8]), version: null, cancellation);
    }

    private static string Name(string institution, StatusPurpose purpose, int list) => $"{institution}/{purpose}/{list}".ToLowerInvariant();

    private sealed class Taken
    {
        public SemaphoreSlim Gate { get; } = new(1);
        public int List { get; set; }
        public int Serial { get; set; }
        public byte[] Key { get; set; } = [];
        public int Left { get; set; }
    }
}
