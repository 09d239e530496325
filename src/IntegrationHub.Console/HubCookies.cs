using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace IntegrationHub.Console;

/// <summary>
/// Every cookie of the hub. Where its public address is https they are <c>__Host-</c> cookies and <c>Secure</c>, though TLS may
/// end in front of the hub: no other host of the domain can plant one. On http, which is for one machine, they have plain
/// names: not every browser takes the others there.
/// </summary>
public sealed class HubCookies(IConfiguration configuration)
{
    private readonly bool _isPublicHttps = configuration["PublicBaseUrl"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Who is signed in; lost when the browser has had it for twelve hours.</summary>
    public CookieBuilder Session => Of("hub-session", SameSiteMode.Lax, TimeSpan.FromHours(12));

    /// <summary>Tells the hub's own forms from foreign ones, with a field of theirs.</summary>
    public CookieBuilder Antiforgery => Of("hub-antiforgery", SameSiteMode.Strict, null);

    /// <summary>The language that a person chose.</summary>
    public CookieBuilder Language => Of("hub-language", SameSiteMode.Lax, TimeSpan.FromDays(365));

    private HubCookie Of(string name, SameSiteMode sameSite, TimeSpan? maxAge) => new(_isPublicHttps)
    {
        Name = _isPublicHttps ? $"__Host-{name}" : name,
        Path = "/",
        HttpOnly = true,
        SameSite = sameSite,
        MaxAge = maxAge,
        SecurePolicy = CookieSecurePolicy.SameAsRequest,
    };

    /// <summary>
    /// Not <see cref="CookieSecurePolicy.Always"/>: antiforgery refuses to work under it where TLS ends in front of the hub.
    /// </summary>
    private sealed class HubCookie(bool isSecure) : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure |= isSecure;
            return options;
        }
    }
}
