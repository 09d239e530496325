using System.Globalization;
using IntegrationHub.OpenBadges.Model;

namespace IntegrationHub.OpenBadges.Status;

/// <summary>The documents around a <see cref="Bitstring"/>: the credential that publishes it and the entries that point into it.</summary>
public static class StatusList
{
    /// <summary>The list as a credential, to be signed by the issuer of the credentials it speaks of.</summary>
    /// <param name="address">Where it is published.</param>
    /// <param name="issuer">DID of the issuer.</param>
    /// <param name="purpose">One of <see cref="StatusPurposes"/>.</param>
    /// <param name="bits">The bits.</param>
    /// <param name="from">When it was made.</param>
    /// <param name="keep">How long a copy may be kept; null says nothing.</param>
    public static BitstringStatusListCredential Publish(
        Uri address, string issuer, string purpose, Bitstring bits, DateTimeOffset from, TimeSpan? keep = null) => new()
    {
        Id = address.AbsoluteUri,
        Issuer = issuer,
        ValidFrom = from,
        CredentialSubject = new()
        {
            Id = address.AbsoluteUri + "#list",
            StatusPurpose = purpose,
            EncodedList = bits.Encode(),
            Ttl = keep is null ? null : (long)keep.Value.TotalMilliseconds,
        },
    };

    /// <summary>The entry of one credential in a list.</summary>
    public static CredentialStatusEntry Entry(Uri list, string purpose, int index) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{list.AbsoluteUri}#{index}"),
        StatusPurpose = purpose,
        StatusListIndex = index.ToString(CultureInfo.InvariantCulture),
        StatusListCredential = list.AbsoluteUri,
    };
}
