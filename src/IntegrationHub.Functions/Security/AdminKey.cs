using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Security;

/// <summary>
/// The one key that opens console and API until the console knows roles: setting <c>Hub:AdminKey</c>. Without it both
/// are closed. Scripts send it as bearer token; people sign in once and hold a cookie that ends after twelve hours.
/// </summary>
public sealed class AdminKey(IConfiguration configuration, TimeProvider time)
{
    private const string Setting = "Hub:AdminKey";
    private const string Cookie = "hub-session";
    private const string Bearer = "Bearer ";

    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    /// <summary>Whether a request comes from somebody who holds the key.</summary>
    public bool Admits(HttpRequest request) =>
        Key is { } key && (request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? IsSame(header[Bearer.Length..].Trim(), key)
            : IsSession(request.Cookies[Cookie], key));

    /// <summary>Opens a session for who gives the key.</summary>
    /// <returns>False where it is not the key.</returns>
    public bool SignIn(HttpResponse response, string? given)
    {
        if (Key is not { } key || given is null || !IsSame(given, key))
            return false;
        var end = (time.GetUtcNow() + SessionLength).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        response.Cookies.Append(Cookie, $"{end}.{Sign(end, key)}", new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = response.HttpContext.Request.IsHttps || configuration["PublicBaseUrl"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true,
            MaxAge = SessionLength,
        });
        return true;
    }

    /// <summary>Ends the session.</summary>
    public static void SignOut(HttpResponse response) => response.Cookies.Delete(Cookie);

    private string? Key => configuration.Secret(Setting);

    private bool IsSession(string? cookie, string key) =>
        cookie?.Split('.') is [var end, var signature]
        && IsSame(signature, Sign(end, key))
        && long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && time.GetUtcNow().ToUnixTimeSeconds() < seconds;

    private static string Sign(string end, string key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"session {end}")));

    /// <summary>Constant-time, also in the length.</summary>
    private static bool IsSame(string given, string expected) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}

/// <summary>Registers the admin key.</summary>
public static class AdminKeyRegistration
{
    /// <summary>Adds <see cref="AdminKey"/>.</summary>
    public static IServiceCollection AddAdminKey(this IServiceCollection services) => services.AddSingleton<AdminKey>();
}
