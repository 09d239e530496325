using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Connectors.Badges.Badgr;

/// <summary>Badgr for one institution: asks with a token that is shared and renewed, and reads the envelope.</summary>
internal sealed class BadgrConnection(
    IBadgrApi api,
    ITokens tokens,
    ISecrets secrets,
    TimeProvider time,
    Institution institution,
    Connection connection)
{
    /// <summary>How Badgr is spoken of.</summary>
    public static OutsideSystem System { get; } = new("Badgr", OutsideSystem.ByPath, BadgrErrors.Detail);

    /// <summary>
    /// Asks, with a token; an envelope that denies success is a refusal whatever its status was, and one that does not say leaves it open.
    /// </summary>
    public async Task<IReadOnlyList<BadgrAssertion>> Ask(Func<IBadgrApi, string, Task<BadgrEnvelope>> ask, CancellationToken cancellation)
    {
        var envelope = await tokens.With(institution, connection, Renew, token => ask(api, token), cancellation);
        return envelope?.Status?.Success switch
        {
            true => envelope.Result ?? [],
            false => throw new OutsideException(
                OutsideFault.Refused,
                "Badgr answered with a status of success but denies it inside: "
                    + $"{Redaction.Of(envelope.Status.Description ?? "no reason given")}."
            ),
            null => throw Faults.Unreadable(System.Name, "the request", "an envelope that does not say whether it succeeded"),
        };
    }

    private async Task<Token> Renew(Token? last, CancellationToken cancellation)
    {
        if (last?.Refresh is { } refresh)
        {
            try
            {
                return await Get(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh }, cancellation);
            }
            catch (OutsideException e) when (e.Fault is OutsideFault.Refused or OutsideFault.Unauthorised)
            {
                // Good once only: another instance, or an answer that was lost, has spent it.
            }
        }

        return await Get(
            new()
            {
                ["grant_type"] = "password",
                ["username"] = secrets.Get(institution, connection, "user"),
                ["password"] = secrets.Get(institution, connection, "password"),
            },
            cancellation);
    }

    private async Task<Token> Get(Dictionary<string, string> form, CancellationToken cancellation)
    {
        var start = time.GetUtcNow();
        var answer = await api.Token(form, cancellation);
        return answer is { AccessToken: { Length: > 0 } value, ExpiresIn: > 0 and var seconds }
            ? new Token(value, start + TimeSpan.FromSeconds(seconds), answer.RefreshToken)
            : throw new OutsideException(OutsideFault.Unavailable, "Badgr’s response to POST /o/token contains no token.");
    }
}
