using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Badges.Badgr;

/// <summary>What Badgr asks of institutions’ files.</summary>
internal static class BadgrKind
{
    public static ConnectionKind Kind { get; } = new(ConnectionRole.Badges, "badgr", new("Badgr", "Badgr"))
    {
        Secrets =
        [
            Setting.Required("user", "le nom d’utilisateur", "the user"),
            Setting.Required("password", "le mot de passe", "the password"),
        ],
        BadgeClass = new(
            new("entityId de la classe", "the badge class’s entityId"),
            new(
                "Badgr n’émet que des insignes de ses propres classes, et aucune n’est nommée.",
                "Badgr issues badges of its own classes only, and none is named."),
            new(
                "Ajoutez «\u00a0class\u00a0»\u00a0: l’entityId de la classe, que Badgr donne.",
                "Add “class”: the entityId of the badge class, which Badgr gives.")),
    };
}
