using System.Text.Json.Serialization;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>A list of statuses, to be signed.</summary>
public sealed record BitstringStatusListCredential
{
    /// <summary>Addresses of its JSON-LD contexts, in order.</summary>
    [JsonPropertyName("@context")]
    public IReadOnlyList<string> Context { get; init; } = ContextAddress.StatusList;

    /// <summary>Its own address.</summary>
    public required string Id { get; init; }

    /// <summary>Its types; BitstringStatusListCredential is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["VerifiableCredential", "BitstringStatusListCredential"];

    /// <summary>DID of the issuer: the same as of the credentials it speaks of.</summary>
    public required string Issuer { get; init; }

    /// <summary>Valid from then on.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Read it again after that.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The list.</summary>
    public required BitstringStatusList CredentialSubject { get; init; }
}

/// <summary>The list itself; see <see cref="Status.Bitstring"/>.</summary>
public sealed record BitstringStatusList
{
    /// <summary>Its address: the credential's with a fragment.</summary>
    public required string Id { get; init; }

    /// <summary>Always BitstringStatusList.</summary>
    public string Type { get; init; } = "BitstringStatusList";

    /// <summary>See <see cref="Status.StatusPurposes"/>.</summary>
    public required string StatusPurpose { get; init; }

    /// <summary>The bits, gzip and multibase base64url.</summary>
    public required string EncodedList { get; init; }

    /// <summary>How long a copy may be kept, in milliseconds.</summary>
    public long? Ttl { get; init; }
}

/// <summary>Where to look for one status of a credential: a BitstringStatusListEntry.</summary>
public sealed record CredentialStatusEntry
{
    /// <summary>Unique address of this entry, such as the list's with the index as fragment.</summary>
    public required string Id { get; init; }

    /// <summary>Always BitstringStatusListEntry.</summary>
    public string Type { get; init; } = "BitstringStatusListEntry";

    /// <summary>See <see cref="Status.StatusPurposes"/>.</summary>
    public required string StatusPurpose { get; init; }

    /// <summary>Place in the list, from 0, as decimal text.</summary>
    public required string StatusListIndex { get; init; }

    /// <summary>Address of the signed list.</summary>
    public required string StatusListCredential { get; init; }
}
