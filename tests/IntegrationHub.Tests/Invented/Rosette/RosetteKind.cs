using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Tests.Invented.Rosette;

/// <summary>What Rosette, a badge platform that does not exist, asks of institutions’ files.</summary>
internal static class RosetteKind
{
    public static ConnectionKind Kind { get; } = new(ConnectionRole.Badges, "rosette", new("Rosette", "Rosette"))
    {
        Secrets = [Setting.Required("key", "la clé", "the key")],
        BadgeClass = new(
            new("numéro du ruban", "the ribbon’s number"),
            new(
                "Rosette ne remet que ses propres rubans, et aucun n’est nommé.",
                "Rosette gives ribbons of its own only, and none is named."),
            new("Ajoutez «\u00a0class\u00a0»\u00a0: le numéro du ruban.", "Add “class”: the ribbon’s number.")),
    };
}
