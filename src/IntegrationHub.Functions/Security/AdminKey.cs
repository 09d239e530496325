using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Security;

/// <summary>
/// The one key that opens console and API until the console knows roles: setting <c>Hub:AdminKey</c>. Without it both
/// are closed. Scripts send it as bearer token; people sign in once and get one of the <see cref="Sessions"/>.
/// </summary>
public sealed class AdminKey(IConfiguration configuration)
{
    private const string Setting = "Hub:AdminKey";
    private const string Bearer = "Bearer ";

    /// <summary>Whether a request bears the key as its token. No cookie counts.</summary>
    public bool Admits(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header
        && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && Is(header[Bearer.Length..].Trim());

    /// <summary>Whether this is the key.</summary>
    public bool Is(string? given) => Key is { } key && given is not null && IsSame(given, key);

    /// <summary>Seals what only this hub may read; null where there is no key.</summary>
    internal KeySeal? Seal => Key is { } key ? new(key) : null;

    /// <summary>Constant-time, also in the length.</summary>
    private static bool IsSame(string given, string expected) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));

    private string? Key => configuration.Secret(Setting);
}

/// <summary>Registers the admin key and what it opens.</summary>
public static class AdminKeyRegistration
{
    /// <summary>Adds <see cref="AdminKey"/>, and <see cref="Sessions"/> to every request. Needs the console and the storage.</summary>
    public static IServiceCollection AddAdminKey(this IServiceCollection services) => services
        .AddSingleton<AdminKey>()
        .AddKeyRing()
        .AddSingleton<Sessions>()
        .AddSingleton<RequestOrigin>()
        .AddSingleton<IStartupFilter, SessionFilter>();
}
