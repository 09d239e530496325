using System.Buffers.Text;
using System.Security.Cryptography;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Cli.Sources;

/// <summary>A fresh secret of the form that the source's scheme asks for, with 256 bits of chance.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Setting">Name of the hub's setting that holds it.</param>
/// <param name="Value">What the hub's setting holds.</param>
/// <param name="AtTheSender">What is entered at the sender's where that is another half; null where it is the same.</param>
internal sealed record NewSecret(string Purpose, string Setting, string Value, string? AtTheSender = null)
{
    private const int Bytes = 32;

    /// <summary>What the sender gets.</summary>
    public string Shown => AtTheSender ?? Value;

    /// <summary>The purposes that a source has secrets for: what its scheme demands, and what its file names.</summary>
    public static IReadOnlyList<string> Purposes(SourceInfo source, ConnectorKinds kinds) =>
    [
        .. (kinds.Authentication(source.Authentication)?.Secrets ?? []).Select(secret => secret.Name)
            .Union(source.Secrets.Select(secret => secret.Purpose)),
    ];

    public static NewSecret Make(SourceInfo source, string purpose, bool keyPair = false)
    {
        var setting = source.Secrets.FirstOrDefault(secret => secret.Purpose == purpose)?.Setting ?? Usual(source, purpose);
        return (source.Authentication, purpose) switch
        {
            (_, "user" or "clientId") => new(purpose, setting, $"{source.Source}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}"),
            (AuthenticationSchemes.StandardWebhooks, _) when keyPair => KeyPair(purpose, setting),
            (AuthenticationSchemes.StandardWebhooks, _) => new(
                purpose,
                setting,
                $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes))}"),
            _ => new(purpose, setting, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes))),
        };
    }

    // Standard Webhooks, asymmetric: the sender signs with whsk_ (seed and public key), the receiver checks with whpk_.
    private static NewSecret KeyPair(string purpose, string setting)
    {
        var seed = RandomNumberGenerator.GetBytes(Ed25519Key.SeedLength);
        using var key = Ed25519Key.FromSeed(seed);
        var known = key.PublicKey.ToBytes();
        return new(purpose, setting, $"whpk_{Convert.ToBase64String(known)}", $"whsk_{Convert.ToBase64String([.. seed, .. known])}");
    }

    private static string Usual(SourceInfo source, string purpose) =>
        string.Concat(
            $"{source.Institution}_{source.Source}_{purpose}".Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));
}
