using IntegrationHub.Connectors;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Testing.Connectors;

/// <summary>The kinds of systems that the app registers.</summary>
internal static class HubKinds
{
    public static ConnectorKinds All { get; } = ConnectorsSetup.Kinds();

    /// <summary>Ways of proof, by name.</summary>
    public static IReadOnlyList<string> Schemes { get; } = [.. All.Authentications.Select(scheme => scheme.Name)];

    /// <summary>The purposes of a scheme's secrets.</summary>
    public static IReadOnlyList<string> Secrets(string scheme) => [.. All.Authentication(scheme)!.Secrets.Select(secret => secret.Name)];
}
