using System.Globalization;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Ethos;

internal sealed class EthosTokens(TimeProvider time)
{
    public TokenShop Shop { get; } = new(time);

    public static IResult Issue(HttpRequest request, EthosTokens tokens, SandboxOptions options)
    {
        if (!SafeEquals.Same(TokenShop.Bearer(request), options.Ethos.ApiKey))
            return EthosErrors.Answer(StatusCodes.Status401Unauthorized, "Unauthorized", "The API key is not valid.");
        var text = request.Query["expirationMinutes"].ToString();
        var minutes = 5;
        if (text.Length > 0 && (!int.TryParse(text, CultureInfo.InvariantCulture, out minutes) || minutes is < 1 or > 120))
            return EthosErrors.Invalid("expirationMinutes is a number from 1 to 120.");
        return Results.Text(tokens.Shop.IssueJwt("ethos", TimeSpan.FromMinutes(minutes)));
    }
}
