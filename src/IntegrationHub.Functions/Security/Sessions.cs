using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using IntegrationHub.Console;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Security;

/// <summary>
/// Sessions of people who gave the admin key: a cookie that ends after twelve hours, for pages only. Data Protection seals it,
/// for the admin key that opened the session: with another key it is nobody's.
/// </summary>
public sealed class Sessions(AdminKey adminKey, HubCookies cookies, IDataProtectionProvider protection, TimeProvider time)
{
    private const string Kind = "hub-session";

    private readonly CookieBuilder _cookie = cookies.Session;

    /// <summary>Whether a request was found to be of a session.</summary>
    public static bool Has(HttpRequest request) => request.HttpContext.User.Identity is { IsAuthenticated: true, AuthenticationType: Kind };

    /// <summary>Opens a session for who gives the key.</summary>
    /// <returns>False where it is not the key.</returns>
    public bool Open(HttpResponse response, string? key)
    {
        if (!adminKey.Is(key) || Protector is not { } protector)
            return false;
        var end = (time.GetUtcNow() + _cookie.MaxAge!.Value).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        response.Cookies.Append(_cookie.Name!, protector.Protect($"{id}.{end}"), _cookie.Build(response.HttpContext));
        return true;
    }

    /// <summary>Ends the session.</summary>
    public void End(HttpResponse response) => response.Cookies.Delete(_cookie.Name!, _cookie.Build(response.HttpContext));

    /// <summary>Whom a request's cookie speaks for, with the session's id; null where for nobody.</summary>
    public ClaimsPrincipal? Find(HttpRequest request) =>
        request.Cookies[_cookie.Name!] is { Length: > 0 } cookie
        && Unsealed(cookie)?.Split('.') is [var id, var end]
        && long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && time.GetUtcNow().ToUnixTimeSeconds() < seconds
            ? new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id)], Kind))
            : null;

    private IDataProtector? Protector => adminKey.Seal is { } seal ? protection.CreateProtector(Kind, seal.Name) : null;

    private string? Unsealed(string cookie)
    {
        try
        {
            return Protector?.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null; // A stranger's, one of an earlier release's or key's, or the storage that holds the keys is silent.
        }
    }
}
