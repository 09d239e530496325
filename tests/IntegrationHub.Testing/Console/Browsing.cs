using System.Net;

namespace IntegrationHub.Testing.Console;

/// <summary>
/// Keeps cookies as a browser does that knows the hub by its public address, though TLS ends in front of the hub; with them it says which
/// page sends a form.
/// </summary>
internal sealed class Browsing(Uri address) : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly CookieContainer _cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies && !request.Headers.Contains("Cookie"))
        {
            request.Headers.Add("Cookie", cookies);
            if (request.Method != HttpMethod.Get)
                request.Headers.TryAddWithoutValidation("Origin", address.GetLeftPart(UriPartial.Authority));
        }

        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var given) ? given : [])
            _cookies.SetCookies(address, cookie);
        return answer;
    }
}
