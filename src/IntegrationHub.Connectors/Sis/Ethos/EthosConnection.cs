using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>Ethos for one institution: asks with a token that is shared and renewed.</summary>
internal sealed class EthosConnection(
    IEthosApi api,
    ITokens tokens,
    ISecrets secrets,
    TimeProvider time,
    Institution institution,
    Connection connection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    /// <summary>How Ethos is spoken of; of its errors the message is left out, for it may hold identifiers of people.</summary>
    public static OutsideSystem System { get; } =
        new("Ethos", OutsideSystem.ByPath, body =>
            JsonReading.TryParse(body).Each("errors").Select(e => $"{e.Text("code")}, {e.Text("description")}").FirstOrDefault());

    /// <summary>The institution that asks.</summary>
    public Institution Institution => institution;

    /// <summary>One of the connection's settings; null where it is not set.</summary>
    public string? Setting(string name) => connection.Settings.GetValueOrDefault(name);

    /// <summary>The day of a moment where the institution is, as Banner writes it.</summary>
    public string Day(DateTimeOffset moment) => institution.DayOf(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Today where the institution is.</summary>
    public string Today => Day(time.GetUtcNow());

    /// <summary>Asks, with a token.</summary>
    public Task<T> Ask<T>(Func<IEthosApi, string, Task<T>> ask, CancellationToken cancellation) =>
        tokens.With(institution, connection, Renew, token => ask(api, token), cancellation);

    /// <summary>A filter as Ethos wants it: JSON in the query.</summary>
    public static string Criteria(object criteria) => JsonSerializer.Serialize(criteria, OutsideClients.Json);

    private async Task<Token> Renew(Token? last, CancellationToken cancellation)
    {
        var start = time.GetUtcNow();
        var jwt = (await api.Token(secrets.Get(institution, connection, "apiKey"), cancellation)).Trim().Trim('"');
        return jwt.Count(c => c == '.') == 2 && !jwt.Contains(' ')
            ? new Token(jwt, start + Lifetime)
            : throw new OutsideException(OutsideFault.Unavailable, "Ethos’s response to POST /auth contains no token.");
    }
}
