using System.Text;
using System.Text.Json;
using IntegrationHub.Console.Learners;
using IntegrationHub.OpenBadges.JsonLd;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.JsonLd;

/// <summary>Whether a badge of others can be joined is known before the whole is signed, and rightly so.</summary>
public sealed class WithinTests : IDisposable
{
    private readonly College _college = new();

    [Theory]
    [InlineData(ContextAddress.Credentials, true)]
    [InlineData(ContextAddress.CredentialsV1, false)]
    public async Task A_genuine_badge_is_joined_only_where_the_record_can_be_signed_with_it(string context, bool fits)
    {
        var badge = Badge(context);

        (await _college.Verify(badge)).Verdict.ShouldBe(IntegrationHub.OpenBadges.Verification.VerificationVerdict.Valid);
        (LinkedData.WhyNotWithin(Parsed(badge), ContextAddress.LearnerRecord) is null).ShouldBe(fits);
        new BroughtBadge("badge.json", badge, await _college.Verify(badge), null).IsJoinable.ShouldBe(fits);
        if (fits)
            _college.Sign(Record(badge)).ShouldNotBeEmpty();
        else
            Should.Throw<JsonLdException>(() => _college.Sign(Record(badge)));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("""{"name":"Ana"}""")]
    [InlineData("""{"@context":{"name":"https://example.ca/name"},"name":"Ana"}""")]
    [InlineData("""{"@context":"https://example.ca/mine/v1"}""")]
    public void What_cannot_be_read_fits_nowhere(string part) =>
        LinkedData.WhyNotWithin(Published.Parse(part), ContextAddress.StatusList.Take(0)).ShouldNotBeNull();

    public void Dispose() => _college.Dispose();

    private byte[] Badge(string context)
    {
        var did = DidKey.Of(_college.OtherKey.PublicKey);
        var badge = SampleBadges.Least() with { Issuer = new() { Id = did, Name = "Une personne" } };
        return OlderSuite.Sign(
            College.With(badge.ToUtf8(), one =>
            {
                one["@context"]![0] = context;
                if (context == ContextAddress.CredentialsV1)
                    one["issuanceDate"] = "2026-05-04T17:00:00Z";
                if (context == ContextAddress.CredentialsV1)
                    one.Remove("validFrom");
            }),
            _college.OtherKey,
            did);
    }

    private static byte[] Record(byte[] badge) => new ClrCredential
    {
        Id = "urn:uuid:6a0e5c0d-5b50-4f5b-9d53-6b1a0a1b2c3d",
        Name = "Relevé",
        Issuer = new() { Id = College.Did, Name = "Collège du Nordet" },
        ValidFrom = SampleBadges.From,
        CredentialSubject = new() { Id = "urn:uuid:0f0b7c1e-3d8e-4b52-9a75-2a3a0f8f8f11", VerifiableCredential = [Parsed(badge)] },
    }.ToUtf8();

    private static JsonElement Parsed(byte[] json) => Published.Parse(Encoding.UTF8.GetString(json));
}
