using IntegrationHub.Core.Badges;

namespace IntegrationHub.Benchmarks.Credentials;

/// <summary>One status list an institution, in memory: what is measured on it is our work, not the storage's.</summary>
internal sealed class MemoryLists : IStatusLists
{
    private readonly Dictionary<string, (byte[] Bits, int Version)> _lists = [];

    public Task<StatusEntry> Allocate(string institution, CancellationToken cancellation) => throw new NotSupportedException();

    public Task Set(string institution, StatusPurpose purpose, StatusEntry entry, bool isSet, CancellationToken cancellation)
    {
        var (bits, version) = Of(institution);
        var (at, mask) = (entry.Index / 8, (byte)(0x80 >> (entry.Index % 8)));
        if ((bits[at] & mask) != 0 != isSet)
        {
            bits[at] ^= mask;
            _lists[institution] = (bits, version + 1);
        }

        return Task.CompletedTask;
    }

    public Task<StatusBits?> Read(string institution, StatusPurpose purpose, int list, CancellationToken cancellation)
    {
        var (bits, version) = Of(institution);
        return Task.FromResult<StatusBits?>(new(bits, $"{version}", SampleCredentials.Issued));
    }

    private (byte[] Bits, int Version) Of(string institution) =>
        _lists.TryGetValue(institution, out var list) ? list : _lists[institution] = (new byte[StatusEntry.Bits / 8], 0);
}
