using System.Text;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Proofs;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

public sealed class IssuerTests : IDisposable
{
    private readonly College _college = new();

    [Fact]
    public async Task A_key_that_was_replaced_still_vouches_for_what_it_signed()
    {
        var old = _college.Sign(SampleBadges.Least().ToUtf8(), _college.OtherKey);
        _college.Publish(previous: _college.OtherKey);

        (await _college.Verify(old)).ShouldBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task Where_the_issuer_cannot_be_asked_the_content_is_checked_and_the_rest_left_open()
    {
        _college.Documents.Remove(College.DidDocumentAddress);

        var report = await _college.Verify(_college.Sign(SampleBadges.Least().ToUtf8()));
        report.ShouldSay(Issuer, Unknown, IssuerUnreachable);
        report.ShouldSay(Signature, Passed);
        report.ShouldBe(VerificationVerdict.Undetermined);

        var altered = await _college.Verify(College.With(_college.Badge(), badge => badge["name"] = "x"));
        altered.ShouldSay(Signature, Failed, SignatureWrong);
        altered.ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task A_key_that_is_not_for_credentials_does_not_count()
    {
        Republish(document => document["assertionMethod"] = new System.Text.Json.Nodes.JsonArray());
        (await _college.Verify(_college.Badge())).ShouldSay(Issuer, Failed, KeyNotForCredentials);
    }

    [Fact]
    public async Task A_key_that_the_document_gives_to_somebody_else_does_not_count()
    {
        Republish(document => document["verificationMethod"]![0]!["controller"] = "did:web:example.ca");
        (await _college.Verify(_college.Badge())).ShouldSay(Issuer, Failed, KeyOfAnother);
    }

    [Fact]
    public async Task A_document_of_somebody_else_does_not_count()
    {
        Republish(document => document["id"] = "did:web:example.ca");
        (await _college.Verify(_college.Badge())).ShouldSay(Issuer, Failed, IssuerDocumentMalformed);
    }

    [Theory]
    [InlineData("Ed25519VerificationKey2020")]
    [InlineData("Multikey")]
    public async Task Relative_and_embedded_methods_of_others_are_read(string type)
    {
        var fragment = "#" + _college.Key.PublicKey.Multikey;
        _college.Documents[College.DidDocumentAddress] = Encoding.UTF8.GetBytes(
            $$$"""
            {"id":"{{{College.Did}}}","assertionMethod":{"id":"{{{fragment}}}","type":"{{{type}}}","controller":"{{{College.Did}}}",
             "publicKeyMultibase":"{{{_college.Key.PublicKey.Multikey}}}"}}
            """
        );

        (await _college.Verify(_college.Sign(SampleBadges.Least().ToUtf8()))).ShouldBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task An_issuer_may_be_a_did_key()
    {
        var did = DidKey.Of(_college.OtherKey.PublicKey);
        var badge = SampleBadges.Least() with { Issuer = new() { Id = did, Name = "Une personne" } };

        (await _college.Verify(_college.Sign(badge.ToUtf8(), _college.OtherKey, did))).ShouldBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task Somebody_elses_did_key_does_not_vouch_for_the_issuer()
    {
        var did = DidKey.Of(_college.OtherKey.PublicKey);
        (await _college.Verify(_college.Sign(SampleBadges.Least().ToUtf8(), _college.OtherKey, did))).ShouldSay(
            Issuer,
            Failed,
            KeyOfAnother);
    }

    /// <summary>The identifier of a did:key is its one key: what a fragment spells beside it is nobody's.</summary>
    [Theory]
    [InlineData("#")]
    [InlineData("#x:")]
    [InlineData(":")]
    public async Task A_key_spelt_behind_a_did_key_is_not_the_issuer_s(string between)
    {
        var did = DidKey.Of(_college.Key.PublicKey);
        var badge = SampleBadges.Least() with { Issuer = new() { Id = did, Name = "Une personne" } };
        var forged = DataIntegrity.Sign(
            badge.ToUtf8(),
            new() { VerificationMethod = did + between + _college.OtherKey.PublicKey.Multikey, Created = SampleBadges.From },
            _college.OtherKey);

        var report = await _college.Verify(forged);

        report[Issuer]!.Outcome.ShouldBe(Failed);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task An_issuer_of_an_unknown_did_method_leaves_nothing_to_believe()
    {
        var badge = SampleBadges.Least() with { Issuer = new() { Id = "did:example:1" } };
        var report = await _college.Verify(_college.Sign(badge.ToUtf8(), did: "did:example:1"));
        report.ShouldSay(Issuer, Unknown, IssuerUnsupported);
        report.ShouldBe(VerificationVerdict.Undetermined);
    }

    [Theory]
    [InlineData("revoked", "2026-05-05T00:00:00Z")]
    [InlineData("expires", "2026-05-05T00:00:00Z")]
    [InlineData("revoked", "long ago")]
    public async Task A_key_that_has_ended_does_not_count(string member, string when)
    {
        Republish(document => document["verificationMethod"]![0]![member] = when);
        (await _college.Verify(_college.Badge())).ShouldSay(Issuer, Failed, KeyEnded);
    }

    [Fact]
    public async Task A_key_that_will_end_still_counts()
    {
        Republish(document => document["verificationMethod"]![0]!["expires"] = "2099-01-01T00:00:00Z");
        (await _college.Verify(_college.Badge())).ShouldBe(VerificationVerdict.Valid);
    }

    [Theory]
    [InlineData("did:web:")]
    [InlineData("did:web:h:..")]
    [InlineData("did:web:a%2Fb")]
    [InlineData("did:web:%00")]
    [InlineData("did:web:[::")]
    [InlineData("did:key:z6Mk")]
    [InlineData("https://")]
    public async Task An_issuer_with_a_malformed_name_is_answered(string issuer)
    {
        var badge = College.With(SampleBadges.Least().ToUtf8(), least => least["issuer"]!["id"] = issuer);
        (
            await _college.Verify(
                Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_college.Badge()).Replace(College.Did, issuer, StringComparison.Ordinal)))
        ).Verdict.ShouldNotBe(VerificationVerdict.Valid);
        (await _college.Verify(_college.SignJwt(badge))).Verdict.ShouldNotBe(VerificationVerdict.Valid);
    }

    public void Dispose() => _college.Dispose();

    private void Republish(Action<System.Text.Json.Nodes.JsonObject> change) =>
        _college.Documents[College.DidDocumentAddress] = College.With(_college.Documents[College.DidDocumentAddress], change);
}
