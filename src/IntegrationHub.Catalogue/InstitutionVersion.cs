using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Faults;

namespace IntegrationHub.Catalogue;

/// <summary>What is known of one institution at one moment.</summary>
/// <param name="Stamp">Names, sizes and times of the files it was read from; null where they cannot be read, or are to be read
/// again.</param>
/// <param name="InForce">The last good version; null where there never was one.</param>
/// <param name="Faults">The faults of the files as they are now.</param>
internal sealed record InstitutionVersion(string? Stamp, PlacedInstitution? InForce, IReadOnlyList<CatalogueFault> Faults);
