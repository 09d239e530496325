using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary><c>Ed25519Signature2020</c>, which most badges bear that others issued: genuine as it was signed, and only so.</summary>
public sealed class OlderSuiteTests : IDisposable
{
    private static readonly VerificationVerdict[] Genuine = [VerificationVerdict.Valid, VerificationVerdict.Nonstandard];
    private readonly College _college = new();

    [Fact]
    public async Task A_badge_that_it_signed_is_valid()
    {
        (await _college.Verify(Signed())).ShouldBe(VerificationVerdict.Valid);

        var did = DidKey.Of(_college.OtherKey.PublicKey);
        var own = SampleBadges.Least() with { Issuer = new() { Id = did, Name = "Une personne" } };
        (await _college.Verify(OlderSuite.Sign(own.ToUtf8(), _college.OtherKey, did))).ShouldBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task Beside_a_proof_of_today_both_must_hold()
    {
        var today = JsonNode.Parse(_college.Sign(Signed()))!["proof"]![0]!;
        var both = College.With(Signed(), badge => badge["proof"] = new JsonArray(today.DeepClone(), badge["proof"]!.DeepClone()));
        (await _college.Verify(both)).ShouldBe(VerificationVerdict.Valid);

        foreach (var index in new[] { 0, 1 })
            (await _college.Verify(College.With(both, badge => badge["proof"]![index]!["created"] = "2026-05-04T17:00:01Z")))
                .ShouldBe(VerificationVerdict.Invalid);
    }

    [Theory]
    [InlineData("created", "\"2026-05-04T17:00:01Z\"")]
    [InlineData("created", null)]
    [InlineData("verificationMethod", "\"did:web:hub.example.ca:issuers:nordet\"")]
    [InlineData("verificationMethod", "\"did:web:hub.example.ca:issuers:autre#k\"")]
    [InlineData("verificationMethod", null)]
    [InlineData("proofPurpose", "\"authentication\"")]
    [InlineData("proofPurpose", null)]
    [InlineData("proofValue", "\"z3\"")]
    [InlineData("proofValue", null)]
    [InlineData("type", "\"DataIntegrityProof\"")]
    [InlineData("type", "[\"Ed25519Signature2020\",\"DataIntegrityProof\"]")]
    [InlineData("type", "\"Ed25519Signature2018\"")]
    [InlineData("type", "\"https://w3id.org/security#Ed25519Signature2020\"")]
    [InlineData("cryptosuite", "\"eddsa-rdfc-2022\"")]
    [InlineData("challenge", "\"more\"")]
    [InlineData("expires", "\"2099-01-01T00:00:00Z\"")]
    [InlineData("jws", "\"more\"")]
    [InlineData("id", "\"urn:uuid:0f0b7c1e-3d8e-4b52-9a75-2a3a0f8f8f12\"")]
    [InlineData("@context", "\"https://w3id.org/security/suites/ed25519-2020/v1\"")]
    [InlineData("@context", "\"https://w3id.org/security/data-integrity/v2\"")]
    [InlineData("@context", "\"https://example.ca/mine/v1\"")]
    [InlineData("@context", """{"created":"https://example.ca/ignored"}""")]
    [InlineData("@context", "[]")]
    public async Task Nothing_that_a_proof_says_can_be_changed(string member, string? value)
    {
        var report = await _college.Verify(College.With(Signed(), badge =>
        {
            if (value is null)
                badge["proof"]!.AsObject().Remove(member);
            else
                badge["proof"]![member] = JsonNode.Parse(value);
        }));

        Genuine.ShouldNotContain(report.Verdict, string.Join(", ", report.Checks));
        report[Signature]!.Outcome.ShouldBeOneOf(Unknown, Failed);
    }

    [Theory]
    [InlineData("name", "\"Another\"")]
    [InlineData("id", "\"https://hub.example.ca/credentials/another\"")]
    [InlineData("validFrom", "\"2026-05-04T17:00:01Z\"")]
    [InlineData("validUntil", "\"2099-01-01T00:00:00Z\"")]
    [InlineData("description", "\"More\"")]
    [InlineData("honours", "\"More\"")]
    [InlineData("type", """["VerifiableCredential","EndorsementCredential"]""")]
    public async Task Nothing_that_the_document_says_can_be_changed(string member, string value) =>
        (await _college.Verify(College.With(Signed(), badge => badge[member] = JsonNode.Parse(value))))
            .ShouldBe(VerificationVerdict.Invalid);

    /// <summary>Each value of a full badge and of its proof, one after the other.</summary>
    [Fact]
    public async Task Every_single_value_is_signed()
    {
        var signed = OlderSuite.Sign(SampleBadges.Full().ToUtf8(), _college.Key, College.Did);
        (await _college.Verify(signed)).ShouldBe(VerificationVerdict.Valid);
        var count = Leaves(JsonNode.Parse(signed)!).Count();
        count.ShouldBeGreaterThan(60);

        for (var index = 0; index < count; index++)
        {
            var altered = JsonNode.Parse(signed)!;
            var leaf = Leaves(altered).ElementAt(index);
            var place = leaf.GetPath();
            leaf.ReplaceWith(leaf.GetValueKind() switch
            {
                JsonValueKind.String => JsonValue.Create(leaf.GetValue<string>() + "1"),
                JsonValueKind.Number => JsonValue.Create(7),
                _ => JsonValue.Create(leaf.GetValueKind() == JsonValueKind.False),
            });

            (await _college.Verify(altered.ToJsonString())).Verdict
                .ShouldBeOneOf([VerificationVerdict.Invalid, VerificationVerdict.Undetermined], place);
        }
    }

    [Fact]
    public async Task A_proof_of_another_document_does_not_hold()
    {
        var other = JsonNode.Parse(OlderSuite.Sign(SampleBadges.Full().ToUtf8(), _college.Key, College.Did))!["proof"]!;

        (await _college.Verify(College.With(Signed(), badge => badge["proof"] = other.DeepClone()))).ShouldSay(
            Signature, Failed, SignatureWrong);
    }

    [Fact]
    public async Task Another_s_key_does_not_vouch_for_the_issuer()
    {
        var badge = SampleBadges.Least().ToUtf8();
        (await _college.Verify(OlderSuite.Sign(badge, _college.OtherKey, College.Did))).ShouldSay(Issuer, Failed, KeyNotListed);
        (await _college.Verify(OlderSuite.Sign(badge, _college.OtherKey, DidKey.Of(_college.OtherKey.PublicKey))))
            .ShouldSay(Issuer, Failed, KeyOfAnother);

        // The issuer's key is named, another one signed.
        var renamed = College.With(OlderSuite.Sign(badge, _college.OtherKey, College.Did), one =>
            one["proof"]!["verificationMethod"] = DidDocument.MethodOf(College.Did, _college.Key.PublicKey));
        (await _college.Verify(renamed)).ShouldSay(Signature, Failed, SignatureWrong);
    }

    [Fact]
    public async Task Where_the_issuer_cannot_be_asked_nothing_is_said_to_be_genuine()
    {
        _college.Documents.Clear();
        (await _college.Verify(Signed())).ShouldBe(VerificationVerdict.Undetermined);
    }

    [Fact]
    public async Task Under_contexts_that_do_not_define_it_it_is_a_kind_that_is_not_checked()
    {
        var report = await _college.Verify(College.With(Signed(), badge =>
            badge["@context"]!.AsArray().RemoveAt(badge["@context"]!.AsArray().Count - 1)));

        report.ShouldSay(Signature, Unknown, ProofUnsupported);
        report.ShouldBe(VerificationVerdict.Undetermined);
    }

    [Theory]
    [InlineData("\"created\":\"2026-05-04T17:00:00Z\",", "\"type\":\"Ed25519Signature2020\"")]
    [InlineData("\"v\\u0061lidFrom\":\"2026-01-01T00:00:00Z\",", "\"validFrom\":")]
    public async Task What_stands_there_twice_is_not_read(string twice, string before)
    {
        var text = Encoding.UTF8.GetString(Signed());
        text.ShouldContain(before);

        (await _college.Verify(text.Replace(before, twice + before, StringComparison.Ordinal))).ShouldSay(Readable, Failed, JsonMalformed);
    }

    public void Dispose() => _college.Dispose();

    private static IEnumerable<JsonValue> Leaves(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value!)),
        JsonArray items => items.SelectMany(item => Leaves(item!)),
        _ => [node.AsValue()],
    };

    private byte[] Signed() => OlderSuite.Sign(SampleBadges.Least().ToUtf8(), _college.Key, College.Did);
}
