using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>What no two institutions of a hub may share: with the same DID, one could sign in the other's name.</summary>
internal static class NeighbourRules
{
    /// <summary>Rules whose faults end when the neighbour's files change.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["issuer-shared", SecretRules.Shared];

    public static void Check(InstitutionDraft draft, IEnumerable<PlacedInstitution> others, FaultList faults)
    {
        if (draft.Main?.Issuer?.Did is not { } did)
            return;
        foreach (
            var other in others.Where(other => string.Equals(other.Institution.Issuer?.Did, did.Value, StringComparison.OrdinalIgnoreCase)))
            faults.Add(
                did.Place,
                Rules[0],
                new(
                    $"«\u00a0{did.Value}\u00a0» appartient déjà à l’établissement «\u00a0{other.Institution.Id}\u00a0».",
                    $"“{did.Value}” already belongs to the institution “{other.Institution.Id}”."),
                new("Donnez à chaque établissement son propre DID.", "Give each institution its own DID."));
    }
}
