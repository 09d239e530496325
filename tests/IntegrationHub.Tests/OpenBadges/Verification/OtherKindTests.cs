using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary>What is of another kind, or lacks a member, is called what it is, and not altered.</summary>
public sealed class OtherKindTests : IDisposable
{
    private readonly College _college = new();

    [Theory]
    [InlineData("""[{"type":"VerifiableCredential"}]""", ListOfDocuments)]
    [InlineData("[]", ListOfDocuments)]
    [InlineData("<!DOCTYPE html><title>Insigne</title>", WebPage)]
    [InlineData("\uFEFF\n<html lang='fr'>", WebPage)]
    [InlineData("""{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","badge":"https://example.ca/b"}""", OpenBadges2)]
    [InlineData("""{"uid":"a1","recipient":{"identity":"sha256$0"},"badge":"https://example.ca/b.json"}""", OpenBadges2)]
    [InlineData("""{"@context":["https://w3id.org/openbadges/v2","https://w3id.org/blockcerts/v2"],"type":"Assertion"}""", Blockcerts)]
    [InlineData("""{"@context":["https://www.w3.org/ns/credentials/v2"],"proof":{"type":"MerkleProof2019"}}""", Blockcerts)]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.eyJfc2QiOltdfQ.c2ln~WyJzYWx0IiwiYSIsMV0~", SelectiveDisclosure)]
    [InlineData("""{"type":"EnvelopedVerifiableCredential","id":"data:application/vc+sd-jwt,eyJh"}""", Enveloped)]
    [InlineData("""{"@context":["https://www.w3.org/ns/credentials/v2"],"type":"VerifiablePresentation"}""", Presentation)]
    [InlineData(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:o='http://openbadges.org'><o:assertion verify='https://example.ca/a'/></svg>",
        OpenBadges2)]
    public async Task A_kind_that_is_not_checked_here_is_named(string file, VerificationReason kind)
    {
        var report = await _college.Verify(file);

        report.ShouldSay(Readable, CheckOutcome.Unknown, kind);
        report.ShouldBe(VerificationVerdict.Unsupported);
    }

    /// <summary>With its mark or without, in either order of bytes.</summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public async Task Text_in_utf_16_is_called_so(bool bigEndian, bool marked)
    {
        var encoding = new UnicodeEncoding(bigEndian, marked);
        foreach (var text in new[] { Encoding.UTF8.GetString(_college.Badge()), _college.SignJwt(SampleBadges.Full().ToUtf8()), " [1]" })
        {
            var report = await _college.Verify([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

            report.ShouldSay(Readable, CheckOutcome.Unknown, Utf16);
            report.ShouldBe(VerificationVerdict.Unsupported);
        }
    }

    [Theory]
    [InlineData("array.json")]
    [InlineData("blockcerts-mainnet-valid-2.0.json")]
    [InlineData("ob2/baked.svg")]
    [InlineData("ob2/baked-assertion-json.png")]
    [InlineData("ob2/2_0_basic_assertion.json")]
    [InlineData("ob2/signed-badge.jws")]
    public async Task Others_files_of_such_kinds_are_called_so(string name)
    {
        var file = Published.Cases("verify") is { Exists: true } folder ? Path.Combine(folder.FullName, name) : null;
        Assert.SkipWhen(file is null, "The cases are not beside this repository.");

        (await _college.Verify(await File.ReadAllBytesAsync(file!, TestContext.Current.CancellationToken)))
            .ShouldBe(VerificationVerdict.Unsupported);
    }

    [Fact]
    public async Task Of_a_presentation_that_carries_one_badge_the_badge_is_verified()
    {
        (await _college.Verify(Presented(_college.Badge()))).ShouldBe(VerificationVerdict.Valid);
        var altered = College.With(_college.Badge(), badge => badge["name"] = "Another");

        (await _college.Verify(Presented(altered))).ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task Of_a_presentation_that_carries_several_each_is_verified_and_none_speaks_for_another()
    {
        var altered = College.With(_college.Badge(), badge => badge["name"] = "Another");

        var report = await _college.Verify(Presented(_college.Badge(), altered));

        report.Verdict.ShouldBe(VerificationVerdict.Invalid);
        report.Joined.Select(one => one.Verdict).ShouldBe([VerificationVerdict.Valid, VerificationVerdict.Invalid]);
        (await _college.Verify(Presented(_college.Badge(), _college.Badge()))).Verdict.ShouldBe(VerificationVerdict.Unsupported);
    }

    [Fact]
    public async Task A_jwt_in_quotes_is_the_jwt() =>
        (await _college.Verify($"\"{_college.SignJwt(SampleBadges.Full().ToUtf8())}\""))[Signature]!.Reason
            .ShouldBe((await _college.Verify(_college.SignJwt(SampleBadges.Full().ToUtf8())))[Signature]!.Reason);

    [Fact]
    public async Task A_badge_without_its_subject_s_id_is_genuine_and_nonstandard_unless_it_was_altered()
    {
        var lacking = _college.Sign(
            College.With(SampleBadges.Least().ToUtf8(), badge => badge["credentialSubject"]!.AsObject().Remove("id")));

        var report = await _college.Verify(lacking);

        report.ShouldSay(Shape, CheckOutcome.Failed, MemberMissing);
        report.ShouldSay(Signature, CheckOutcome.Passed);
        report.ShouldBe(VerificationVerdict.Nonstandard);
        (await _college.Verify(College.With(lacking, badge => badge["name"] = "Another"))).ShouldBe(VerificationVerdict.Invalid);
        _college.Documents.Clear();
        (await _college.Verify(lacking)).ShouldBe(VerificationVerdict.Undetermined);
    }

    [Fact]
    public async Task A_credential_that_is_no_badge_is_genuine_and_nonstandard_unless_it_was_altered()
    {
        var plain = _college.Sign(College.With(SampleBadges.Least().ToUtf8(), credential =>
        {
            credential["type"] = new JsonArray("VerifiableCredential");
            credential["credentialSubject"] = new JsonObject { ["id"] = "urn:uuid:0f0b7c1e-3d8e-4b52-9a75-2a3a0f8f8f11" };
        }));

        var report = await _college.Verify(plain);

        report.ShouldSay(Shape, CheckOutcome.Failed, TypeWrong);
        report.ShouldBe(VerificationVerdict.Nonstandard);
        (await _college.Verify(College.With(plain, one => one["name"] = "Another"))).ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task A_subject_may_be_known_by_an_identifier_alone()
    {
        var badge = College.With(SampleBadges.Full().ToUtf8(), one => one["credentialSubject"]!.AsObject().Remove("id"));

        (await _college.Verify(_college.Sign(badge))).ShouldBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task An_envelope_around_a_jwt_is_the_jwt()
    {
        var jwt = _college.SignJwt(SampleBadges.Full().ToUtf8());

        (await _college.Verify(EnvelopedCredential.Of(jwt).GetRawText())).ShouldBe(VerificationVerdict.Valid);
        (await _college.Verify(EnvelopedCredential.Of(jwt[..^4] + "AAAA").GetRawText())).ShouldBe(VerificationVerdict.Invalid);
    }

    public void Dispose() => _college.Dispose();

    private static byte[] Presented(params byte[][] badges) => Encoding.UTF8.GetBytes(
        new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
            ["type"] = "VerifiablePresentation",
            ["verifiableCredential"] = new JsonArray([.. badges.Select(badge => JsonNode.Parse(badge))]),
        }.ToJsonString());
}
