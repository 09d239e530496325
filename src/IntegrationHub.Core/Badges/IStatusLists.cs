namespace IntegrationHub.Core.Badges;

/// <summary>What a status list says of the credentials in it (Bitstring Status List 1.0, section 2.2: <c>statusPurpose</c>).</summary>
public enum StatusPurpose
{
    /// <summary>Revoked for good.</summary>
    Revocation,

    /// <summary>Suspended for now.</summary>
    Suspension,
}

/// <summary>A credential's place in the status lists; the same in the lists of both purposes.</summary>
/// <param name="List">Which list, from 0.</param>
/// <param name="Index">Which bit, from 0.</param>
public readonly record struct StatusEntry(int List, int Index)
{
    /// <summary>Bits in a list: the least that the standard allows, so that nobody is told apart by it.</summary>
    public const int Bits = 131_072;
}

/// <summary>A status list as it stands.</summary>
/// <param name="Bits">The bits, the most significant of each byte first.</param>
/// <param name="Version">Changes with the bits.</param>
/// <param name="Changed">When it last changed.</param>
public sealed record StatusBits(ReadOnlyMemory<byte> Bits, string Version, DateTimeOffset Changed);

/// <summary>Where the status lists are kept. Every act costs the same, however many credentials there are.</summary>
public interface IStatusLists
{
    /// <summary>A place that no other credential has or gets; its index says nothing of the order of issue.</summary>
    Task<StatusEntry> Allocate(string institution, CancellationToken cancellation);

    /// <summary>Sets or clears a credential's bit; again changes nothing.</summary>
    Task Set(string institution, StatusPurpose purpose, StatusEntry entry, bool isSet, CancellationToken cancellation);

    /// <summary>A list; null where the institution has none of that number.</summary>
    Task<StatusBits?> Read(string institution, StatusPurpose purpose, int list, CancellationToken cancellation);
}
