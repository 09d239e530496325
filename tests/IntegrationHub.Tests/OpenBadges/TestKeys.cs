using System.Security.Cryptography;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Tests.OpenBadges;

/// <summary>Keys made once for all tests: an RSA key takes its time.</summary>
internal static class TestKeys
{
    private static readonly string s_rsa = NewRsa();
    private static readonly string s_otherRsa = NewRsa();

    public static RsaKey Rsa() => RsaKey.FromPkcs8(s_rsa);

    public static RsaKey OtherRsa() => RsaKey.FromPkcs8(s_otherRsa);

    private static string NewRsa()
    {
        using var rsa = RSA.Create(2048);
        return Convert.ToBase64String(rsa.ExportPkcs8PrivateKey());
    }
}
