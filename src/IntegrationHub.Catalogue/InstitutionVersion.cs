using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Catalogue;

/// <summary>What is known of one institution at one moment.</summary>
/// <param name="Stamp">Names, sizes and times of the files it was read from; null where they cannot be read.</param>
/// <param name="InForce">The last good version; null where there never was one.</param>
/// <param name="Faults">The faults of the files as they are now.</param>
internal sealed record InstitutionVersion(string? Stamp, Institution? InForce, IReadOnlyList<CatalogueFault> Faults);
