using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Status;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary>
/// A signature covers statements, not spellings: whoever holds a revoked badge can write the same statements otherwise, and gains nothing
/// by it.
/// </summary>
public sealed class RewritingTests : IDisposable
{
    private const string Vocabulary = "https://www.w3.org/2018/credentials#";
    private readonly College _college = new();

    public RewritingTests() => _college.Mark(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, 23);

    [Fact]
    public async Task The_badge_as_it_was_signed_is_revoked() => (await _college.Verify(Signed())).ShouldBe(VerificationVerdict.Revoked);

    [Theory]
    [InlineData("statusPurpose")]
    [InlineData("statusListIndex")]
    [InlineData("statusListCredential")]
    public async Task A_status_member_written_as_a_list_of_one_is_not_passed_over(string member)
    {
        var report = await Rewritten(badge => Wrap(badge["credentialStatus"]![0]!.AsObject(), member));

        report[Signature]!.Outcome.ShouldBe(CheckOutcome.Passed);
        report.ShouldSay(NotRevoked, CheckOutcome.Failed, StatusMalformed);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Theory]
    [InlineData("statusPurpose", """["message"]""")]
    [InlineData("statusPurpose", "7")]
    [InlineData("statusPurpose", "\"Revocation\"")]
    [InlineData("statusPurpose", null)]
    public async Task A_purpose_that_is_not_understood_is_never_no_purpose(string member, string? value)
    {
        var badge = College.With(SampleBadges.Full().ToUtf8(), full =>
        {
            var entry = full["credentialStatus"]![0]!.AsObject();
            entry.Remove(member);
            if (value is not null)
                entry[member] = JsonNode.Parse(value);
        });

        var report = await _college.Verify(_college.Sign(badge));
        report.ShouldSay(NotRevoked, CheckOutcome.Failed, StatusMalformed);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Theory]
    [InlineData("credentialStatus")]
    [InlineData("validUntil")]
    [InlineData("validFrom")]
    [InlineData("issuer")]
    public async Task A_member_under_its_full_address_is_not_known(string member)
    {
        var report = await Rewritten(badge => Rename(badge, member, Vocabulary + member));
        report.ShouldSay(Contexts, CheckOutcome.Failed, TermUnknown);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task A_time_under_its_full_address_with_its_type_is_not_known()
    {
        var report = await Rewritten(badge =>
        {
            badge[Vocabulary + "validUntil"] = Typed(badge["validUntil"]!);
            badge.Remove("validUntil");
        });
        report.ShouldSay(Contexts, CheckOutcome.Failed, TermUnknown);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Theory]
    [InlineData("id", "@id")]
    [InlineData("type", "@type")]
    public async Task A_keyword_in_place_of_its_alias_is_refused(string alias, string keyword)
    {
        (await Rewritten(badge => Rename(badge, alias, keyword))).ShouldSay(Contexts, CheckOutcome.Failed, ContentAmbiguous);
        (await Rewritten(badge => Rename(badge["credentialStatus"]![0]!.AsObject(), alias, keyword))).ShouldSay(
            Contexts,
            CheckOutcome.Failed,
            ContentAmbiguous);
        (await Rewritten(badge => badge[keyword] = badge[alias]!.DeepClone())).ShouldSay(Contexts, CheckOutcome.Failed, ContentAmbiguous);
    }

    [Theory]
    [InlineData("credentialStatus")]
    [InlineData("validUntil")]
    [InlineData("validFrom")]
    public async Task A_member_moved_to_another_node_of_the_same_id_is_refused(string member)
    {
        var report = await Rewritten(badge =>
        {
            var endorsed = badge["endorsement"]![0]!["credentialSubject"]!;
            endorsed["type"] = new JsonArray("EndorsementSubject", "VerifiableCredential");
            endorsed[member] = badge[member]!.DeepClone();
            badge.Remove(member);
        });
        report.ShouldSay(Contexts, CheckOutcome.Failed, ContentAmbiguous);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task One_of_two_status_entries_moved_elsewhere_is_missed()
    {
        var report = await Rewritten(badge =>
        {
            var endorsed = badge["endorsement"]![0]!["credentialSubject"]!;
            endorsed["type"] = new JsonArray("EndorsementSubject", "VerifiableCredential");
            endorsed["credentialStatus"] = badge["credentialStatus"]![0]!.DeepClone();
            badge["credentialStatus"]!.AsArray().RemoveAt(0);
        });
        report.ShouldSay(Contexts, CheckOutcome.Failed, ContentAmbiguous);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Theory]
    [InlineData("validUntil", true)]
    [InlineData("validUntil", false)]
    [InlineData("validFrom", true)]
    public async Task A_time_in_another_shape_is_malformed(string member, bool list)
    {
        var report = await Rewritten(badge => badge[member] = list ? new JsonArray(badge[member]!.DeepClone()) : Typed(badge[member]!));
        report.ShouldSay(Shape, CheckOutcome.Failed, ValueMalformed);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    /// <summary>What is no badge, or lacks a member, can be genuine all the same: its end is not hidden by that either.</summary>
    [Theory]
    [InlineData("[\"VerifiableCredential\"]", "validUntil")]
    [InlineData("[\"VerifiableCredential\"]", "validFrom")]
    [InlineData("[\"VerifiableCredential\",\"AchievementCredential\"]", "validUntil")]
    [InlineData("[\"VerifiableCredential\",\"AchievementCredential\"]", "validFrom")]
    public async Task A_time_in_another_shape_is_malformed_whatever_else_is_amiss(string types, string member)
    {
        var over = College.With(SampleBadges.Least().ToUtf8(), badge =>
        {
            badge["type"] = JsonNode.Parse(types);
            badge["validUntil"] = "2026-05-05T00:00:00Z";
            if (types.Contains("Achievement", StringComparison.Ordinal))
                badge["credentialSubject"]!["achievement"]!.AsObject().Remove("description");
            else
                badge["credentialSubject"] = new JsonObject { ["id"] = "urn:uuid:0f0b7c1e-3d8e-4b52-9a75-2a3a0f8f8f11" };
        });
        (await _college.Verify(_college.Sign(over))).ShouldBe(VerificationVerdict.Expired);

        var report = await _college.Verify(College.With(_college.Sign(over), badge =>
            badge[member] = new JsonArray(badge[member]!.DeepClone())));

        report[Signature]!.Outcome.ShouldBe(CheckOutcome.Passed);
        report.ShouldSay(Shape, CheckOutcome.Failed, ValueMalformed);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task An_issuer_written_as_a_list_is_malformed() =>
        (await Rewritten(badge => Wrap(badge, "issuer"))).ShouldSay(Shape, CheckOutcome.Failed, ValueMalformed);

    [Theory]
    [InlineData("\"2026-05-06T00:00:00Z\"", ProofExpired)]
    [InlineData("[\"2026-05-06T00:00:00Z\"]", ProofMalformed)]
    [InlineData("[]", ProofMalformed)]
    [InlineData("\"soon\"", ProofMalformed)]
    public async Task The_end_of_a_proof_is_one_time_or_the_proof_is_malformed(string expires, VerificationReason why)
    {
        var report = await Rewritten(badge => badge["proof"]![0]!["expires"] = JsonNode.Parse(expires));
        report.ShouldSay(Signature, CheckOutcome.Failed, why);
        report.Verdict.ShouldBe(VerificationVerdict.Invalid);
    }

    [Theory]
    [InlineData("created")]
    [InlineData("verificationMethod")]
    [InlineData("proofPurpose")]
    public async Task A_member_of_a_proof_in_another_shape_is_malformed(string member) =>
        (await Rewritten(badge => Wrap(badge["proof"]![0]!.AsObject(), member))).ShouldSay(Signature, CheckOutcome.Failed, ProofMalformed);

    [Theory]
    [InlineData("2026-05-04T17:00:00")]
    [InlineData("2026-05-04")]
    public async Task A_time_without_offset_is_malformed(string time)
    {
        var badge = College.With(SampleBadges.Least().ToUtf8(), least => least["validFrom"] = time);
        (await _college.Verify(_college.Sign(badge))).ShouldSay(Shape, CheckOutcome.Failed, ValueMalformed);
    }

    public void Dispose() => _college.Dispose();

    private static void Wrap(JsonObject node, string member) => node[member] = new JsonArray(node[member]!.DeepClone());

    private static JsonObject Typed(JsonNode time) =>
        new() { ["@value"] = time.DeepClone(), ["@type"] = "http://www.w3.org/2001/XMLSchema#dateTime" };

    private static void Rename(JsonObject node, string from, string to)
    {
        node[to] = node[from]!.DeepClone();
        node.Remove(from);
    }

    private Task<VerificationReport> Rewritten(Action<JsonObject> change) => _college.Verify(College.With(Signed(), change));

    /// <summary>A badge with an endorsement of itself inside, signed as a whole.</summary>
    private byte[] Signed() =>
        _college.Sign(
            College.With(SampleBadges.Full().ToUtf8(), badge => badge["endorsement"] = new JsonArray(JsonNode.Parse(Endorsement()))));

    private byte[] Endorsement() =>
        _college.Sign(
            new EndorsementCredential
            {
                Id = "urn:uuid:2f1c2b0e-7a51-4f6c-8a0e-55f4a3a1f0aa",
                Name = "Appui",
                Issuer = new() { Id = College.Did, Name = "Collège du Nordet" },
                ValidFrom = SampleBadges.From,
                CredentialSubject = new() { Id = SampleBadges.Full().Id, EndorsementComment = "Solide." },
            }.ToUtf8());
}
