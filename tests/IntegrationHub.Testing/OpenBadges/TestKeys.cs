using System.Security.Cryptography;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Testing.OpenBadges;

/// <summary>Keys made once for all tests: an RSA key takes its time.</summary>
internal static class TestKeys
{
    private static readonly string RsaText = NewRsa();
    private static readonly string OtherRsaText = NewRsa();

    public static RsaKey Rsa() => RsaKey.FromPkcs8(RsaText);

    public static RsaKey OtherRsa() => RsaKey.FromPkcs8(OtherRsaText);

    private static string NewRsa()
    {
        using var rsa = RSA.Create(2048);
        return Convert.ToBase64String(rsa.ExportPkcs8PrivateKey());
    }
}
