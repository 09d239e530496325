using System.Security.Cryptography;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Keys;

public sealed class RsaKeyTests
{
    [Fact]
    public void The_thumbprint_is_that_of_the_standards_example()
    {
        var key = new Jwk
        {
            Kty = "RSA",
            N =
                "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3ok"
                    + "njhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu"
                    + "6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8a"
                    + "wapJzKnqDKgw",
            E = "AQAB",
            Alg = "RS256",
            Kid = "2011-04-29",
        };
        key.Thumbprint().ShouldBe("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    [Fact]
    public void The_public_half_holds_nothing_private()
    {
        using var key = TestKeys.Rsa();
        var json = key.PublicJwk.ToJson();

        json.ShouldContain("\"kty\":\"RSA\"");
        json.ShouldNotContain("\"d\"");
        json.ShouldNotContain("\"p\"");
        key.PublicJwk.Kid.ShouldBe(key.Thumbprint);
        key.ToString().ShouldBe("RsaKey");
    }

    [Fact]
    public void A_key_that_is_too_short_is_refused()
    {
        using var small = RSA.Create(1024);
        Should
            .Throw<KeyException>(() => RsaKey.FromPkcs8(Convert.ToBase64String(small.ExportPkcs8PrivateKey())))
            .Message.ShouldContain("1024 bits");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("c2VjcmV0")]
    public void What_is_no_key_is_refused_without_being_shown(string text)
    {
        var refused = Should.Throw<KeyException>(() => RsaKey.FromPkcs8(text));
        if (text.Length > 0)
            refused.ToString().ShouldNotContain(text);
    }
}
