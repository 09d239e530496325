using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Graph;

/// <summary>What every connection to Microsoft Graph asks of institutions’ files.</summary>
internal static class GraphSettings
{
    public static Setting Tenant { get; } = Setting.Required("tenant", "le locataire Entra", "the Entra tenant");

    public static Setting TokenAddress { get; } = Setting.Required(
        "tokenAddress", "l’adresse qui délivre les jetons, avec {tenant}", "the token endpoint’s address, with {tenant}")
        with { Example = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token" };

    public static IReadOnlyList<Setting> Secrets { get; } =
    [
        Setting.Required("clientId", "l’identifiant de l’application", "the application’s id"),
        Setting.Required("clientSecret", "le secret de l’application", "the application’s secret"),
    ];
}
