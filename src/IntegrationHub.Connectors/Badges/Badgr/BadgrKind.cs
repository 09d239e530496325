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
            Setting.Required("user", "le nom d’utilisateur", "the username"),
            Setting.Required("password", "le mot de passe", "the password"),
        ],
        BadgeClass = new(
            new("l’entityId de la classe d’insignes", "the badge class’s entityId"),
            new(
                "Badgr n’émet que des insignes de ses propres classes, et l’entrée n’en nomme aucune.",
                "Badgr issues only badges of its own classes, and the entry names none."),
            new(
                "Ajoutez «\u00a0class\u00a0»\u00a0: l’entityId que Badgr donne à la classe d’insignes.",
                "Add “class”: the entityId that Badgr gives the badge class.")),
    };
}
