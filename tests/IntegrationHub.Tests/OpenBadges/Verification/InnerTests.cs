using System.Text.Json;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Status;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

public sealed class InnerTests : IDisposable
{
    private const string Accreditor = "did:web:accreditor.example.ca";
    private readonly College _college = new();

    public InnerTests() => _college.Documents[new Uri("https://accreditor.example.ca/.well-known/did.json")] =
        IntegrationHub.OpenBadges.Keys.DidDocument.Write(Accreditor, [_college.OtherKey.PublicKey], []);

    [Fact]
    public async Task A_sound_endorsement_passes()
    {
        var report = await _college.Verify(Endorsed(Endorsement(SampleBadges.Issuer)));

        report.ShouldSay(Endorsements, Passed);
        report.ShouldBe(VerificationVerdict.Valid);
        report.Endorsements.Single().Facts!.Comment.ShouldBe("Un établissement en règle.");
    }

    [Fact]
    public async Task An_altered_endorsement_is_shown_but_does_not_undo_the_badge()
    {
        var altered = College.With(Endorsement(SampleBadges.Issuer), endorsement => endorsement["name"] = "x");
        var report = await _college.Verify(Endorsed(altered));

        report.ShouldSay(Endorsements, Failed, InnerInvalid);
        report.ShouldBe(VerificationVerdict.Valid);
        report.Endorsements.Single().ShouldSay(Signature, Failed, SignatureWrong);
    }

    [Fact]
    public async Task An_endorsement_of_something_else_is_told() =>
        (await _college.Verify(Endorsed(Endorsement("did:web:example.ca")))).ShouldSay(Endorsements, Failed, EndorsesSomethingElse);

    [Fact]
    public async Task An_endorsement_of_the_achievement_is_found_inside_it()
    {
        var badge = SampleBadges.Least();
        var achievement = badge.CredentialSubject.Achievement;
        badge = badge with
        {
            CredentialSubject = badge.CredentialSubject with
            {
                Achievement = achievement with { Endorsement = [Json(Endorsement(achievement.Id))] },
            },
        };
        (await _college.Verify(_college.Sign(badge.ToUtf8()))).ShouldSay(Endorsements, Passed);
    }

    [Fact]
    public async Task A_learner_record_joins_sound_credentials()
    {
        var report = await _college.Verify(Record(_college.Badge(), _college.Sign(SampleBadges.Least().ToUtf8())));

        report.ShouldSay(Joined, Passed);
        report.ShouldBe(VerificationVerdict.Valid);
        report.Facts!.Kind.ShouldBe(CredentialKind.LearnerRecord);
        report.Joined.Select(joined => joined.Verdict).ShouldBe([VerificationVerdict.Valid, VerificationVerdict.Valid]);
    }

    [Fact]
    public async Task A_learner_record_joins_a_jwt_in_its_envelope()
    {
        var jwt = _college.SignJwt(SampleBadges.Full().ToUtf8());
        (await _college.Verify(Record(EnvelopedCredential.Of(jwt)))).Joined.Single().ShouldBe(VerificationVerdict.Valid);

        var forged = await _college.Verify(Record(EnvelopedCredential.Of(jwt[..^4] + "AAAA")));
        forged.ShouldSay(Joined, Failed, InnerInvalid);
    }

    [Fact]
    public async Task A_forged_credential_undoes_the_record()
    {
        var report = await _college.Verify(Record(_college.Badge(), College.With(_college.Badge(), badge => badge["name"] = "x")));

        report.ShouldSay(Joined, Failed, InnerInvalid);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task A_revoked_credential_is_told_and_does_not_undo_the_record()
    {
        _college.Mark(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, 23);
        var report = await _college.Verify(Record(_college.Badge()));

        report.ShouldSay(Joined, Passed, InnerNotInForce);
        report.ShouldBe(VerificationVerdict.Valid);
        report.Joined.Single().ShouldBe(VerificationVerdict.Revoked);
    }

    [Fact]
    public async Task A_record_with_more_than_can_be_looked_at_says_so()
    {
        var badge = _college.Sign(SampleBadges.Least().ToUtf8());
        var report = await _college.Verify(Record([.. Enumerable.Repeat(badge, 101)]));

        report.ShouldSay(Joined, Unknown, TooMany);
        report.ShouldBe(VerificationVerdict.Undetermined);
    }

    public void Dispose() => _college.Dispose();

    private byte[] Endorsement(string subject) => _college.Sign(new EndorsementCredential
    {
        Id = "urn:uuid:5c0d5b50-6a0e-4f5b-9d53-6b1a0a1b2c3d",
        Name = "Agrément",
        Issuer = new() { Id = Accreditor, Name = "Agence d’agrément" },
        ValidFrom = SampleBadges.From,
        CredentialSubject = new() { Id = subject, EndorsementComment = "Un établissement en règle." },
    }.ToUtf8(), _college.OtherKey, Accreditor);

    private byte[] Endorsed(byte[] endorsement) => _college.Sign((SampleBadges.Full() with { Endorsement = [Json(endorsement)] }).ToUtf8());

    private byte[] Record(params byte[][] credentials) => Record([.. credentials.Select(Json)]);

    private byte[] Record(params JsonElement[] credentials) => _college.Sign(new ClrCredential
    {
        Id = "urn:uuid:6a0e5c0d-5b50-4f5b-9d53-6b1a0a1b2c3d",
        Name = "Relevé",
        Issuer = new() { Id = SampleBadges.Issuer, Name = "Collège du Nordet" },
        ValidFrom = SampleBadges.From,
        CredentialSubject = new() { Id = "urn:uuid:0f0b7c1e-3d8e-4b52-9a75-2a3a0f8f8f11", VerifiableCredential = credentials },
    }.ToUtf8());

    private static JsonElement Json(byte[] document) => JsonDocument.Parse(document).RootElement;
}
