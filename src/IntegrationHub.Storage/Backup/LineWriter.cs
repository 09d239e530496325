using System.Security.Cryptography;

namespace IntegrationHub.Storage.Backup;

/// <summary>Writes a file of lines and knows its length and hash.</summary>
internal sealed class LineWriter(string name, FileStream file) : IAsyncDisposable
{
    private static readonly byte[] End = "\n"u8.ToArray();

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly SemaphoreSlim _turn = new(1);
    private long _bytes;

    public long Lines { get; private set; }

    public async Task Write(ReadOnlyMemory<byte> line, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            foreach (var part in (ReadOnlyMemory<byte>[])[line, End])
            {
                _hash.AppendData(part.Span);
                await file.WriteAsync(part, cancellation);
                _bytes += part.Length;
            }

            Lines++;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What the manifest says of it.</summary>
    public BackupFile Finish(BackupFileKind kind, string of, long more = 0) =>
        new(name, kind, of, Lines, _bytes + more, Convert.ToHexStringLower(_hash.GetCurrentHash()));

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        _hash.Dispose();
        _turn.Dispose();
    }
}
