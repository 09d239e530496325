using System.Collections.Concurrent;
using System.Globalization;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Status;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>
/// Status lists as signed credentials. A list is signed once for each state of its bits and each half day: the answer
/// costs the same however many credentials it covers, and a copy that somebody kept counts for a day at most.
/// </summary>
public sealed class StatusListDocuments(IStatusLists lists, Signing signing, PublicAddresses addresses, TimeProvider time)
{
    /// <summary>How long a copy may be kept: so long does a revocation take to be seen by everybody.</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan SignedAnew = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<(string, StatusPurpose, int), (string Version, byte[] Signed)> _signed = new();

    /// <summary>A list by its name, e.g. <c>revocation-0</c>.</summary>
    /// <returns>UTF-8 JSON; null where the institution has no such list.</returns>
    public async Task<byte[]?> Read(Institution institution, string name, CancellationToken cancellation)
    {
        if (name.Split('-') is not [var purposeName, var number]
            || PurposeOf(purposeName) is not { } purpose
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var list)
            || number != list.ToString(CultureInfo.InvariantCulture)
            || await lists.Read(institution.Id, purpose, list, cancellation) is not { } bits)
            return null;
        var begun = Begun(time.GetUtcNow());
        var since = bits.Changed > begun ? bits.Changed : begun;
        var version = $"{bits.Version} {since:O} {institution.Issuer!.Did} {institution.Issuer.Ed25519}";
        if (_signed.TryGetValue((institution.Id, purpose, list), out var known) && known.Version == version)
            return known.Signed;
        var signed = Sign(institution, purpose, list, bits, since);
        _signed[(institution.Id, purpose, list)] = (version, signed);
        return signed;
    }

    /// <summary>A list has one address: the one that credentials name.</summary>
    private static StatusPurpose? PurposeOf(string name) =>
        name switch
        {
            StatusPurposes.Revocation => StatusPurpose.Revocation,
            StatusPurposes.Suspension => StatusPurpose.Suspension,
            _ => null,
        };

    private byte[] Sign(Institution institution, StatusPurpose purpose, int list, StatusBits bits, DateTimeOffset since)
    {
        var document = StatusList.Publish(
            addresses.StatusList(institution.Id, purpose, list),
            institution.Issuer!.Did,
            purpose == StatusPurpose.Revocation ? StatusPurposes.Revocation : StatusPurposes.Suspension,
            Bitstring.FromBytes(bits.Bits.Span),
            since,
            Keep) with
        {
            ValidUntil = Begun(since) + (SignedAnew * 2),
        };
        return signing.Embed(institution, document.ToUtf8(), since);
    }

    /// <summary>When the half day of a moment began.</summary>
    private static DateTimeOffset Begun(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % SignedAnew.Ticks), TimeSpan.Zero);
}
