using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Verification;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>Forged JWTs are refused for their own reasons, by jose and by our verifier.</summary>
[Collection(nameof(OnePublicHub))]
public sealed class TamperedJwtTests(PublicHub hub)
{
    [Fact]
    public async Task A_changed_payload()
    {
        var token = Forger.Token((await hub.Shared()).Jwt, null, payload => payload["name"] = "Doctorat");

        await TheyRefuse(token, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
        await WeRefuse(token, CheckKind.Signature, VerificationReason.SignatureWrong);
    }

    [Fact]
    public async Task Claims_that_contradict_the_credential_though_the_institution_signed_them()
    {
        using var rsa = RsaKey.FromPkcs8(hub.Settings["LACNORD_ISSUER_RSA"]);
        using var own = RSA.Create();
        own.ImportPkcs8PrivateKey(Convert.FromBase64String(hub.Settings["LACNORD_ISSUER_RSA"]), out _);
        var token = Forger.Token(
            (await hub.Shared()).Jwt,
            null,
            payload => payload["sub"] = "urn:uuid:somebody-else",
            signed => own.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));


        (await hub.Theirs.Ask("jwt", new { token }))["verified"]!.GetValue<bool>().ShouldBeTrue();
        await WeRefuse(token, CheckKind.Shape, VerificationReason.ClaimsDisagree);
    }

    [Fact]
    public async Task No_algorithm()
    {
        var token = Forger.Token((await hub.Shared()).Jwt, header => header["alg"] = "none", null, _ => []);

        await TheyRefuse(token, "ERR_JOSE_ALG_NOT_ALLOWED");
        await TheyRefuse(token, "alg", any: true);
        await WeRefuse(token, CheckKind.Signature, VerificationReason.NotSigned);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("pem")]
    public async Task The_public_key_as_a_shared_secret(string form)
    {
        var issued = await hub.Shared();
        var jwk = await hub.Anybody.GetStringAsync(new Uri(Header(issued.Jwt)["kid"]!.GetValue<string>()).AbsolutePath);
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(hub.Settings["LACNORD_ISSUER_RSA"]), out _);
        var secret = Encoding.UTF8.GetBytes(form == "json" ? jwk : rsa.ExportSubjectPublicKeyInfoPem());
        var token = Forger.Token(issued.Jwt, header => header["alg"] = "HS256", null, signed => HMACSHA256.HashData(secret, signed));

        await TheyRefuse(token, "ERR_JOSE_ALG_NOT_ALLOWED");
        await TheyRefuse(token, "HS256", any: true);
        await WeRefuse(token, CheckKind.Signature, VerificationReason.SharedSecret);
    }

    [Theory]
    [InlineData("named", CheckKind.Signature, VerificationReason.SignatureWrong)]
    [InlineData("brought", CheckKind.Issuer, VerificationReason.KeyNotListed)]
    public async Task Another_key(string how, CheckKind check, VerificationReason reason)
    {
        using var other = RSA.Create(2048);
        var jwk = JsonNode.Parse(RsaKey.FromPkcs8(Convert.ToBase64String(other.ExportPkcs8PrivateKey())).PublicJwk.ToJson())!;
        var token = Forger.Token(
            (await hub.Shared()).Jwt,
            header =>
            {
                if (how == "brought")
                    (header["jwk"], _) = (jwk.DeepClone(), header.Remove("kid"));
            },
            payload => payload["name"] = "Doctorat",
            signed => other.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

        if (how == "named")
            await TheyRefuse(token, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
        await WeRefuse(token, check, reason);
    }

    [Fact]
    public async Task An_expired_one()
    {
        var issued = await hub.Shared();
        var later = DateTimeOffset.Parse(issued.Json["validUntil"]!.GetValue<string>(), null).AddDays(1);

        var theirs = await hub.Theirs.Ask("jwt", new { token = issued.Jwt, now = later });
        $"{theirs["errors"]}".ShouldContain("ERR_JWT_EXPIRED");
        (await hub.VerifiedByUs(Encoding.ASCII.GetBytes(issued.Jwt), later))[CheckKind.NotExpired]!.Reason
            .ShouldBe(VerificationReason.Expired);
    }

    private async Task TheyRefuse(string token, string why, bool any = false)
    {
        var theirs = await hub.Theirs.Ask("jwt", new { token, any });
        theirs["verified"]!.GetValue<bool>().ShouldBeFalse();
        $"{theirs["errors"]}".ShouldContain(why);
    }

    private async Task WeRefuse(string token, CheckKind check, VerificationReason reason)
    {
        var ours = await hub.VerifiedByUs(Encoding.ASCII.GetBytes(token));
        ours.Verdict.ShouldBe(VerificationVerdict.Invalid);
        ours[check].ShouldNotBeNull().Reason.ShouldBe(reason);
    }

    private static JsonNode Header(string jwt) => JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(jwt.Split('.')[0]))!;
}
