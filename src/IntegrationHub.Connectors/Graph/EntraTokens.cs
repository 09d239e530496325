using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Connectors.Graph;

/// <summary>App-only tokens of Entra (client credentials).</summary>
internal sealed class EntraTokens(OutsideClients clients, ISecrets secrets, TimeProvider time)
{
    /// <summary>How Entra is spoken of; its description is left out, for it names the application.</summary>
    public static OutsideSystem System { get; } =
        new("Entra", _ => "the request for a token", body => JsonReading.TryParse(body).Text("error"));

    /// <summary>A new token for the application of an institution's connection.</summary>
    public async Task<Token> Renew(Institution institution, Connection connection, CancellationToken cancellation)
    {
        var start = time.GetUtcNow();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = secrets.Get(institution, connection, "clientId"),
                ["client_secret"] = secrets.Get(institution, connection, "clientSecret"),
                ["scope"] = "https://graph.microsoft.com/.default",
            });
        using var response = await clients.Plain(System).PostAsync(Address(connection), form, cancellation);
        var answer = JsonReading.TryParse(await response.Content.ReadAsStringAsync(cancellation));
        return answer.Text("access_token") is { } value && answer.Number("expires_in") is > 0 and <= int.MaxValue and var seconds
            ? new Token(value, start + TimeSpan.FromSeconds((double)seconds))
            : throw new OutsideException(OutsideFault.Unavailable, "Entra’s response to the token request contains no token.");
    }

    /// <summary>A setting of the connection.</summary>
    public static string Setting(Connection connection, string name) =>
        connection.Settings.GetValueOrDefault(name)
        ?? throw new OutsideException(
            OutsideFault.Refused,
            $"The graph connection has no setting '{name}'; add it to the institution's file.");

    // The address names the tenant by a placeholder, as Microsoft's own pages do.
    private static Uri Address(Connection connection) =>
        Uri.TryCreate(
            Setting(connection, "tokenAddress")
                .Replace("{tenant}", Uri.EscapeDataString(Setting(connection, "tenant")), StringComparison.Ordinal),
            UriKind.Absolute,
            out var address)
            ? address
            : throw new OutsideException(
                OutsideFault.Refused,
                "The graph connection's tokenAddress is not an absolute address, e.g. "
                    + "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token."
            );
}
