using IntegrationHub.Catalogue.Reading;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>What no two institutions of a hub may share: with the same DID or the same keys, one could sign in the other's name.</summary>
internal static class NeighbourRules
{
    public static void Check(InstitutionDraft draft, IEnumerable<Institution> others, FaultList faults)
    {
        if (draft.Main?.Issuer is not { } issuer)
            return;
        foreach (var other in others.Where(other => other.Id != draft.Id && other.Issuer is not null))
        {
            Check(issuer.Did, other, [other.Issuer!.Did], faults);
            Check(issuer.Ed25519, other, [other.Issuer.Ed25519, other.Issuer.Rsa], faults);
            Check(issuer.Rsa, other, [other.Issuer.Ed25519, other.Issuer.Rsa], faults);
        }
    }

    private static void Check(Located<string>? value, Institution other, string[] taken, FaultList faults)
    {
        if (value is not null && taken.Contains(value.Value, StringComparer.OrdinalIgnoreCase))
            faults.Add(
                value.Place,
                "issuer-shared",
                new($"« {value.Value} » appartient déjà à l'établissement « {other.Id} ».", $"“{value.Value}” is the institution “{other.Id}”’s already."),
                new("Donnez à chaque établissement son propre DID et ses propres clés (« ./hub keys new »).", "Give each institution a DID and keys of its own (“./hub keys new”)."));
    }
}
