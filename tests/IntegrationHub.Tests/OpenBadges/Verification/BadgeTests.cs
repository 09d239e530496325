using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using IntegrationHub.Tests.OpenBadges.Baking;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

public sealed class BadgeTests : IDisposable
{
    private readonly College _college = new();

    [Fact]
    public async Task A_sound_badge_passes_every_check()
    {
        var report = await _college.Verify(_college.Badge());

        report.ShouldBe(VerificationVerdict.Valid);
        report.Checks.Select(check => check.Kind).ShouldBe(Enum.GetValues<CheckKind>());
        report.Checks.Where(check => check.Outcome != Passed).Select(check => check.Kind).ShouldBe([Endorsements, Joined]);
    }

    [Fact]
    public async Task The_report_tells_what_the_badge_says()
    {
        var facts = (await _college.Verify(_college.Badge())).Facts.ShouldNotBeNull();

        facts.Kind.ShouldBe(CredentialKind.Badge);
        facts.Name.ShouldBe("Œuvres d’été ® ᐃᓄᒃᑎᑐᑦ شهادة");
        facts.IssuerId.ShouldBe(College.Did);
        facts.IssuerName.ShouldBe("Collège du Nordet");
        facts.Criteria.ShouldBe("Réussir l’évaluation avec 80 %.");
        facts.Skills.ShouldBe([new("Pansement", "https://example.ca/esco/1", null)]);
        facts.ValidUntil.ShouldNotBeNull();
    }

    [Fact]
    public async Task Pictures_carry_the_badge()
    {
        (await _college.Verify(PngBaking.Bake(Pictures.Png(), _college.Badge()))).ShouldBe(VerificationVerdict.Valid);
        (await _college.Verify(SvgBaking.Bake(Encoding.UTF8.GetBytes(Pictures.Svg), _college.Badge()))).ShouldBe(VerificationVerdict.Valid);
    }

    [Theory]
    [InlineData("name", "\"Œuvres d’étè\"")]
    [InlineData("credentialStatus", "[]")]
    [InlineData("validUntil", "\"2099-01-01T00:00:00Z\"")]
    [InlineData(
        "credentialSubject",
        "{\"id\":\"urn:uuid:1\",\"type\":[\"AchievementSubject\"],\"achievement\":{\"id\":\"urn:uuid:2\",\"type\":[\"Achievement\"],"
            + "\"name\":\"x\",\"description\":\"x\",\"criteria\":{\"narrative\":\"x\"}}}"
    )]
    public async Task Altered_content_breaks_the_signature(string member, string value)
    {
        var report = await _college.Verify(College.With(_college.Badge(), badge => badge[member] = JsonNode.Parse(value)));

        report.ShouldSay(Contexts, Passed);
        report.ShouldSay(Signature, Failed, SignatureWrong);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task An_added_term_is_named()
    {
        var report = await _college.Verify(College.With(_college.Badge(), badge => badge["honours"] = "summa"));

        report.ShouldSay(Contexts, Failed, TermUnknown);
        report[Contexts]!.Detail!.ShouldContain("honours");
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task An_unknown_context_leaves_it_open()
    {
        var report = await _college.Verify(
            College.With(_college.Badge(), badge => badge["@context"]!.AsArray().Add("https://example.ca/context.json")));


        report.ShouldSay(Contexts, Unknown, ContextUnknown);
        report.ShouldSay(Signature, Unknown, ContextUnknown);
        report.ShouldBe(VerificationVerdict.Undetermined);
    }

    [Fact]
    public async Task Another_key_is_not_the_issuers()
    {
        var report = await _college.Verify(_college.Sign(SampleBadges.Full().ToUtf8(), _college.OtherKey));

        report.ShouldSay(Issuer, Failed, KeyNotListed);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task Another_issuers_key_is_not_the_issuers()
    {
        const string other = "did:web:hub.example.ca:issuers:autre";
        var report = await _college.Verify(_college.Sign(SampleBadges.Full().ToUtf8(), _college.OtherKey, other));

        report.ShouldSay(Issuer, Failed, KeyOfAnother);
        _college.Fetched.ShouldNotContain(new Uri("https://hub.example.ca/issuers/autre/did.json"));
    }

    [Fact]
    public async Task Expired_and_not_yet_valid_are_told_apart()
    {
        _college.Clock.SetUtcNow(SampleBadges.From.AddYears(3));
        var late = await _college.Verify(_college.Badge());
        late.ShouldSay(NotExpired, Failed, Expired);
        late.ShouldBe(VerificationVerdict.Expired);

        using var earlier = new College();
        var early = await earlier.Verify(earlier.Sign((SampleBadges.Least() with { ValidFrom = SampleBadges.From.AddYears(1) }).ToUtf8()));
        early.ShouldSay(ValidFrom, Failed, NotYetValid);
        early.ShouldBe(VerificationVerdict.NotYetValid);
    }

    [Fact]
    public async Task A_badge_without_proof_is_not_signed()
    {
        var report = await _college.Verify(SampleBadges.Full().ToUtf8());

        report.ShouldSay(Signature, Failed, NotSigned);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task A_proof_of_another_kind_leaves_it_open()
    {
        var report = await _college.Verify(College.With(_college.Badge(), badge => badge["proof"]![0]!["cryptosuite"] = "ecdsa-sd-2023"));

        report.ShouldSay(Signature, Unknown, ProofUnsupported);
        report.ShouldBe(VerificationVerdict.Undetermined);
    }

    [Fact]
    public async Task Beside_a_proof_that_holds_another_kind_is_passed_over_but_none_may_fail()
    {
        var withOther = College.With(_college.Badge(), badge =>
            badge["proof"]!.AsArray().Add(new JsonObject { ["type"] = "SomeProofType" }));
        (await _college.Verify(withOther)).ShouldBe(VerificationVerdict.Valid);

        var withBroken = College.With(_college.Badge(), badge =>
        {
            var broken = badge["proof"]![0]!.DeepClone();
            broken["created"] = "2020-01-01T00:00:00Z";
            badge["proof"]!.AsArray().Add(broken);
        });
        (await _college.Verify(withBroken)).ShouldSay(Signature, Failed, SignatureWrong);
    }

    [Fact]
    public async Task A_proof_for_another_purpose_does_not_count() =>
        (await _college.Verify(College.With(_college.Badge(), badge => badge["proof"]![0]!["proofPurpose"] = "authentication")))
            .ShouldSay(Signature, Failed, ProofMalformed);

    public void Dispose() => _college.Dispose();
}
