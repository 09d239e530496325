// begin: usings
using System.Security.Cryptography;
using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.Http;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Proofs;
using IntegrationHub.OpenBadges.Status;
using IntegrationHub.OpenBadges.Verification;
// end

namespace IntegrationHub.Tests.OpenBadges;

/// <summary>The code that the library's README shows, between <c>begin</c> and <c>end</c>.</summary>
internal static class ReadmeSamples
{
    public static async Task<VerificationVerdict> IssueBakeVerify(byte[] picture)
    {
        // begin: issue, bake, verify
        byte[] seed = RandomNumberGenerator.GetBytes(Ed25519Key.SeedLength); // the issuer's secret
        using var key = Ed25519Key.FromSeed(seed);
        var issuer = DidKey.Of(key.PublicKey);
        var now = TimeProvider.System.GetUtcNow();

        var badge = new AchievementCredential
        {
            Id = "https://badges.example.ca/credentials/1",
            Issuer = new() { Id = issuer, Name = "Lac-Nord College" },
            ValidFrom = now,
            CredentialSubject = new()
            {
                Id = "urn:uuid:" + Guid.NewGuid(),
                Achievement = new()
                {
                    Id = "https://badges.example.ca/achievements/wound-care",
                    Name = "Wound care",
                    Description = "Assess and treat a wound.",
                    Criteria = new() { Narrative = "Pass the assessment with 80 %." },
                },
            },
        };
        var proof = new ProofOptions { VerificationMethod = DidDocument.MethodOf(issuer, key.PublicKey), Created = now };
        byte[] signed = DataIntegrity.Sign(badge.ToUtf8(), proof, key);
        byte[] baked = PngBaking.Bake(picture, signed);

        using var documents = new HttpDocuments();
        var report = await new CredentialVerifier(documents).Verify(baked);
        VerificationVerdict verdict = report.Verdict; // Valid
        // end
        return verdict;
    }

    public static async Task<VerificationReport> VerifyFile(string path)
    {
        // begin: verify a file
        using var documents = new HttpDocuments();
        var report = await new CredentialVerifier(documents).Verify(await File.ReadAllBytesAsync(path));
        // end
        return report;
    }

    public static (AchievementCredential Badge, byte[] Published) Revoke(
        AchievementCredential badge, string issuer, ProofOptions proof, Ed25519Key key, DateTimeOffset now)
    {
        // begin: revoke
        var address = new Uri("https://badges.example.ca/status/1");
        badge = badge with { CredentialStatus = [StatusList.Entry(address, StatusPurposes.Revocation, index: 23)] }; // before signing

        var bits = new Bitstring();
        bits[23] = true;
        var list = StatusList.Publish(address, issuer, StatusPurposes.Revocation, bits, from: now);
        byte[] published = DataIntegrity.Sign(list.ToUtf8(), proof, key); // serve it at the address
        // end
        return (badge, published);
    }
}
