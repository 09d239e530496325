using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Verification;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary>The files with which 1EdTech tests its own validator: the good ones pass, each bad one fails for its own reason.</summary>
public sealed class PublishedTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("simple.json")]
    [InlineData("simple-context-version.json")]
    [InlineData("simple-multiple-proofs.json")]
    [InlineData("simple-did-web-method.json")]
    [InlineData("simple-json.svg")]
    [InlineData("simple-json.png")]
    [InlineData("endorsement-valid.json")]
    public async Task What_is_good_is_valid(string name) => (await Verify(name)).ShouldBe(VerificationVerdict.Valid);

    [Theory]
    [InlineData("simple-err-context.json", Contexts, ContextMissing, null)]
    [InlineData(
        "simple-err-credential-subject-achievement-result-description-type.json",
        Shape,
        TypeWrong,
        "credentialSubject.achievement.resultDescription[2].type")]
    [InlineData("simple-err-credential-subject-identifier-type.json", Shape, TypeWrong, "credentialSubject.identifier[0].type")]
    [InlineData("simple-err-credential-subject-profile-type.json", Shape, TypeWrong, "credentialSubject.source.type")]
    [InlineData("simple-err-credential-subject-result-type.json", Shape, TypeWrong, "credentialSubject.result[1].type")]
    [InlineData("simple-err-credential-subject-type.json", Shape, TypeWrong, "credentialSubject.type")]
    [InlineData("simple-err-evidence-type.json", Shape, TypeWrong, "evidence[1].type")]
    [InlineData("simple-err-issuer-otheridentifier-type.json", Shape, TypeWrong, "issuer.otherIdentifier[1].type")]
    [InlineData("simple-err-issuer-parentorg-type.json", Shape, TypeWrong, "issuer.parentOrg.type")]
    [InlineData("simple-err-issuer-type.json", Shape, TypeWrong, "issuer.type")]
    [InlineData("simple-err-type.json", Shape, TypeWrong, "type")]
    [InlineData("simple-err-issuer.json", Shape, MemberMissing, "issuer")]
    [InlineData("simple-err-expired.json", NotExpired, Expired, null)]
    [InlineData("simple-err-issued.json", ValidFrom, NotYetValid, null)]
    [InlineData("simple-err-proof-method.json", Issuer, KeyNotListed, null)]
    [InlineData("simple-err-proof-method-unknown-scheme.json", Issuer, KeyOfAnother, null)]
    [InlineData("simple-err-proof-method-unknown-did-method.json", Issuer, KeyOfAnother, null)]
    [InlineData("simple-err-proof-value.json", Signature, SignatureWrong, null)]
    [InlineData("simple-noproof.json", Signature, NotSigned, null)]
    [InlineData("simple-did-key-method.json", Issuer, KeyOfAnother, null)]
    public async Task What_is_bad_fails_for_its_own_reason(string name, CheckKind kind, VerificationReason reason, string? where)
    {
        var report = await Verify(name);

        report.ShouldSay(kind, Failed, reason);
        report.Verdict.ShouldNotBe(VerificationVerdict.Valid);
        if (where is not null)
            report[kind]!.Detail.ShouldBe(where);
    }

    [Theory]
    [InlineData("simple-err-proof-method-no-scheme.json", Issuer, IssuerUnsupported)]
    [InlineData("simple-eddsa-2022.json", Signature, ProofUnsupported)]
    [InlineData("../clr20/simple_old_safesigned.json", Contexts, ContextUnknown)]
    [InlineData("endorsement-err-schema-status-refresh.json", NotRevoked, StatusUnsupported)]
    [InlineData("credential-status-revoked.json", NotRevoked, StatusUnsupported)]
    [InlineData("complete.json", NotRevoked, StatusUnsupported)]
    public async Task What_cannot_be_told_is_left_open(string name, CheckKind kind, VerificationReason reason) =>
        (await Verify(name)).ShouldSay(kind, Unknown, reason);

    [Fact]
    public async Task The_published_revoked_badge_is_revoked() =>
        (await Verify("bit-string-list/credential-status-revoked.json")).ShouldBe(VerificationVerdict.Revoked);

    [Fact]
    public async Task The_published_learner_record_is_genuine_and_so_is_what_it_joins()
    {
        var report = await Verify("../clr20/simple.json");

        report.ShouldSay(Signature, Passed);
        report.ShouldSay(Joined, Passed);
        report.ShouldBe(VerificationVerdict.Valid);
    }

    private static Task<VerificationReport> Verify(string name) =>
        new CredentialVerifier(new Issuers(), new FakeTimeProvider(Now)).Verify(Published.Bytes($"1edtech-validator/ob30/{name}"), default);

    /// <summary>Every issuer of the samples lists the keys that sign for it; the status list lies where the badge says.</summary>
    private sealed class Issuers : IDocuments
    {
        private static readonly string[] Keys =
        [
            "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
            "z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x",
            "z6MkoMGF38Ck9xkdqrbZt4h9eHb1qc3GhAAkoSWa4Vy3SHRN",
            "z6MkvREVgsHx7Ppae68vCoByy73ZD4aMSJiPML2cryVL8JAx",
            "z6Mknyb2Gb4NxzW3xSr9ChTtdQZ1zs77piQ3r9SaJ9vMzmrs",
        ];

        public Task<byte[]> Fetch(Uri address, CancellationToken cancellation)
        {
            if (address.AbsolutePath.EndsWith("/testlist", StringComparison.Ordinal))
                return Task.FromResult(Published.Bytes("1edtech-validator/ob30/bit-string-list/testlist"));
            if (!address.AbsolutePath.StartsWith("/issuers/", StringComparison.Ordinal))
                throw new DocumentException("There is nothing.");

            var methods = Keys.Select(key => new JsonObject
            {
                ["id"] = $"{address}#{key}",
                ["type"] = "Multikey",
                ["controller"] = address.AbsoluteUri,
                ["publicKeyMultibase"] = key,
            });
            return Task.FromResult(
                System.Text.Encoding.UTF8.GetBytes(
                    new JsonObject { ["id"] = address.AbsoluteUri, ["assertionMethod"] = new JsonArray([.. methods]) }.ToJsonString()));
        }
    }
}
