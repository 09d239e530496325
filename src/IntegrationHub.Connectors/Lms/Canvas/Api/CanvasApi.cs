using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Connectors.Lms.Canvas.Api;

/// <summary>What Canvas's REST API tells beyond its events.</summary>
internal sealed partial class CanvasApi(OutsideClients clients, ISecrets secrets) : ILmsApi
{
    /// <summary>How Canvas is spoken of; the numbers in its paths name people.</summary>
    public static OutsideSystem System { get; } = new("Canvas", request => Numbers().Replace(OutsideSystem.ByPath(request), "…"), body =>
        JsonReading.TryParse(body).Each("errors").Select(error => error.Text("message")).FirstOrDefault());

    /// <inheritdoc/>
    public string Kind => "canvas";

    /// <inheritdoc/>
    public async Task<LmsUser?> FindUser(Institution institution, Connection connection, string id, CancellationToken cancellation)
    {
        try
        {
            return Of(await Client(institution, connection).User(Token(connection), id, cancellation));
        }
        catch (OutsideException refusal) when (refusal.IsNotFound())
        {
            return null;
        }
    }

    private static LmsUser Of(CanvasUser user) => new(user.Id.ToString(CultureInfo.InvariantCulture), user.SisUserId, user.LoginId, user.Email);

    private ICanvasApi Client(Institution institution, Connection connection) => clients.For<ICanvasApi>(System, institution, connection);

    private string Token(Connection connection) => secrets.Get(connection, "token");

    [GeneratedRegex(@"(?<=/)\d+(?=/|$)")]
    private static partial Regex Numbers();
}
