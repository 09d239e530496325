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
        if (draft.Main is not { } main)
            return;
        if (main.Connections?.Badges is not { } platform)
            faults.Add(
                badge.Place,
                "badge-connection",
                new("L'entrée a un insigne, mais l'établissement n'a pas de plateforme d'insignes.", "The entry has a badge, but the institution has no badge platform."),
                new("Ajoutez « connections: badges » à institution.yaml, ou enlevez « badge ».", "Add “connections: badges” to institution.yaml, or remove “badge”."));
        else if (platform.Kind?.Value == "badgr" && badge.Class is null)
            faults.Add(
                badge.Place,
                "badge-class",
                new("Badgr n'émet que des insignes de ses propres classes, et aucune n'est nommée.", "Badgr issues badges of its own classes only, and none is named."),
                new("Ajoutez « class » : l'entityId de la classe, que Badgr donne.", "Add “class”: the entityId of the badge class, which Badgr gives."));
        else if (draft.IssuesItself)
            CredentialRules.Check(entry.Shape, badge, faults);
    }
}
