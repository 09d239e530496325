namespace IntegrationHub.OpenBadges.Model;

/// <summary>Where to look for one status of a credential: a BitstringStatusListEntry.</summary>
public sealed record StatusEntry
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
