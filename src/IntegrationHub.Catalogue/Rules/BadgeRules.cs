using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>What a badge needs from its institution and its platform.</summary>
internal static class BadgeRules
{
    public static void Check(MicroCredentialDraft entry, BadgeShape badge, InstitutionDraft draft, FaultList faults)
    {
        PictureRules.Check(draft, entry.File, badge.Image, faults);
        if (draft.Main is null)
            return;
        if (draft.Main.Connections?.Badges is null)
            faults.Add(
                badge.Place,
                "badge-connection",
                new(
                    "L’entrée a un insigne, mais l’établissement n’a pas de plateforme d’insignes.",
                    "The entry has a badge, but the institution has no badge platform."),
                new(
                    "Ajoutez «\u00a0connections: badges\u00a0» à institution.yaml, ou enlevez «\u00a0badge\u00a0».",
                    "Add “connections: badges” to institution.yaml, or remove “badge”."));
        else if (draft.BadgePlatform?.BadgeClass is { } asked && badge.Class is null)
            faults.Add(badge.Place, "badge-class", asked.Missing, asked.Remedy);
        else if (draft.IssuesItself)
            CredentialRules.Check(entry.Shape, badge, faults);
    }
}
