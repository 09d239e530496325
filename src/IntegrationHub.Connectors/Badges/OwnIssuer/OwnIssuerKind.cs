using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>The badge platform that is the hub itself.</summary>
internal static class OwnIssuerKind
{
    public const string Name = "hub";

    public static ConnectionKind Kind { get; } = new(ConnectionRole.Badges, Name, new("Le carrefour lui-même", "The hub itself"))
    {
        NeedsAddress = false,
        IsTheHub = true,
    };
}
