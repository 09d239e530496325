using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Status;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary>
/// Whoever writes a credential in another's name and lets it have expired, begin later or be revoked gets no word that it is genuine.
/// </summary>
public sealed class ForgeryTests : IDisposable
{
    private const string Unreachable = "did:web:unreachable.example.ca";

    private readonly College _college = new();

    public static TheoryData<string> Kinds =>
        ["made-up proof", "unknown suite", "unknown context", "unreachable issuer", "JWT ES256", "JWT RS256", "JWT EdDSA", "JWT ES384"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_not_verified_cannot_be_settled_and_is_never_genuine_but_over(string kind)
    {
        foreach (var (end, document) in Ends())
        {
            var report = await _college.Verify(Forged(kind, document));

            report.Verdict.ShouldBe(VerificationVerdict.Undetermined, $"{kind}, {end}: {string.Join(", ", report.Checks)}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Inside_a_record_it_is_not_taken_for_genuine_either(string kind)
    {
        foreach (var (end, document) in Ends())
        {
            var record = await _college.Verify(Record(Forged(kind, document)));

            record[Joined]!.Outcome.ShouldBe(Unknown, $"{kind}, {end}");
            record.Joined.Single().Verdict.ShouldBe(VerificationVerdict.Undetermined, $"{kind}, {end}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_endorsement_made_so_is_not_taken_for_genuine_either(string kind)
    {
        foreach (var (end, document) in Ends(Endorsement))
        {
            var report = await _college.Verify(
                College.With(SampleBadges.Least().ToUtf8(), badge => badge["endorsement"] = Inner(Forged(kind, document))));


            report[Endorsements]!.Outcome.ShouldBe(Unknown, $"{kind}, {end}");
            report.Endorsements.Single().Verdict.ShouldBe(VerificationVerdict.Undetermined, $"{kind}, {end}");
        }
    }

    [Theory]
    [InlineData("unreachable issuer")]
    [InlineData("JWT ES256")]
    [InlineData("JWT RS256")]
    [InlineData("JWT EdDSA")]
    public async Task A_key_that_is_named_and_cannot_be_fetched_is_not_called_unnamed(string kind)
    {
        var report = await _college.Verify(Forged(kind, SampleBadges.Least().ToUtf8(), spellsKey: false));

        report.ShouldSay(Issuer, Unknown, IssuerUnreachable);
        report.ShouldSay(Signature, Unknown, KeyUnreachable);
    }

    [Fact]
    public async Task A_key_that_the_issuer_does_not_list_is_the_reason_for_the_signature_too()
    {
        var report = await _college.Verify(
            Headed(_college.SignJwt(SampleBadges.Least().ToUtf8()), $$"""{"alg":"RS256","kid":"{{College.Did}}#other"}"""));

        report.ShouldSay(Issuer, Failed, KeyNotListed);
        report.ShouldSay(Signature, Unknown, KeyNotListed);
    }

    /// <summary>Files that others forged, where they lie beside the repository.</summary>
    [Fact]
    public async Task No_file_that_was_forged_elsewhere_is_called_genuine()
    {
        var files = Published.Cases("verify") is { Exists: true } folder ? folder.GetFiles("forged-*") : [];
        Assert.SkipWhen(files.Length == 0, "The forged files are not beside this repository.");
        _college.Documents.Clear();
        var verifier = new CredentialVerifier(_college, new FakeTimeProvider(new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero)));

        foreach (var file in files)
        {
            var report = await verifier.Verify(await File.ReadAllBytesAsync(file.FullName), default);
            report.Verdict.ShouldBe(VerificationVerdict.Undetermined, file.Name);
            report[Signature]!.Reason.ShouldNotBe(KeyMissing, file.Name);
        }
    }

    public void Dispose() => _college.Dispose();

    /// <summary>A credential that has expired, begins later, is revoked or is suspended by its own words.</summary>
    private IEnumerable<(string End, byte[] Document)> Ends(Func<byte[]>? make = null)
    {
        make ??= () => SampleBadges.Least().ToUtf8();
        _college.Mark(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, 23);
        _college.Mark(SampleBadges.Lists.Suspension, StatusPurposes.Suspension, 23);
        yield return ("expired", College.With(make(), badge => badge["validUntil"] = "2026-05-05T00:00:00Z"));
        yield return ("not yet valid", College.With(make(), badge => badge["validFrom"] = "2090-01-01T00:00:00Z"));
        foreach (var (purpose, list) in new[]
            {
                (StatusPurposes.Revocation, SampleBadges.Lists.Revocation),
                (StatusPurposes.Suspension, SampleBadges.Lists.Suspension),
            })
            yield return (
                purpose,
                College.With(make(), badge =>
                    badge["credentialStatus"] = JsonSerializer.SerializeToNode(
                        StatusList.Entry(list, purpose, 23),
                        JsonSerializerOptions.Web)));
    }

    private byte[] Forged(string kind, byte[] document, bool spellsKey = true) => kind switch
    {
        "made-up proof" => With(document, """{"type":"MadeUpProof"}"""),
            "unknown suite" => With(
                document,
                $$"""
                {"type":"DataIntegrityProof","cryptosuite":"ecdsa-jcs-2019","verificationMethod":"{{College.Did}}#k",
                 "proofPurpose":"assertionMethod","proofValue":"z3"}
                """),
            "unknown context" => College.With(_college.Sign(document), badge =>
                badge["@context"]!.AsArray().Add("https://example.ca/unheard-of/v1")),
        "unreachable issuer" when spellsKey => _college.Sign(Moved(document), _college.OtherKey, Unreachable),
            "unreachable issuer" => College.With(_college.Sign(Moved(document), _college.OtherKey, Unreachable), badge =>
                badge["proof"]![0]!["verificationMethod"] = $"{Unreachable}#k"),
        // An algorithm that is not known here: the issuer, who can be reached, is not even asked.
        "JWT ES384" => Encoding.ASCII.GetBytes(Headed(_college.SignJwt(document), $$"""{"alg":"ES384","kid":"{{College.Did}}#k"}""")),
        _ => Encoding.ASCII.GetBytes(Headed(_college.SignJwt(Moved(document)), $$"""{"alg":"{{kind[4..]}}","kid":"{{Unreachable}}#k"}""")),
    };

    private static string Headed(string jwt, string header) =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{jwt.Split('.')[1]}.Z2FyYmFnZQ";

    private static byte[] With(byte[] document, string proof) => College.With(document, badge => badge["proof"] = JsonNode.Parse(proof));

    /// <summary>The same of another issuer, with status lists of its own.</summary>
    private static byte[] Moved(byte[] document) => College.With(document, badge =>
    {
        badge["issuer"]!["id"] = Unreachable;
        if (badge["credentialStatus"] is { } status)
            status["statusListCredential"] = "https://unreachable.example.ca/status/1";
    });

    private static byte[] Endorsement() => new EndorsementCredential
    {
        Id = "urn:uuid:5c0d5b50-6a0e-4f5b-9d53-6b1a0a1b2c3d",
        Name = "Agrément",
        Issuer = new() { Id = College.Did, Name = "Collège du Nordet" },
        ValidFrom = SampleBadges.From,
        CredentialSubject = new() { Id = College.Did, EndorsementComment = "Un établissement en règle." },
    }.ToUtf8();

    /// <summary>Whoever signs the record signs no words that mean nothing, so it is not signed.</summary>
    private static byte[] Record(byte[] credential) => College.With(new ClrCredential
    {
        Id = "urn:uuid:6a0e5c0d-5b50-4f5b-9d53-6b1a0a1b2c3d",
        Name = "Relevé",
        Issuer = new() { Id = College.Did, Name = "Collège du Nordet" },
        ValidFrom = SampleBadges.From,
        CredentialSubject = new() { Id = "urn:uuid:0f0b7c1e-3d8e-4b52-9a75-2a3a0f8f8f11", VerifiableCredential = [] },
    }.ToUtf8(), record => record["credentialSubject"]!["verifiableCredential"] = Inner(credential));

    /// <summary>Signed JSON as it is, a JWT in its envelope.</summary>
    private static JsonArray Inner(byte[] credential) =>
        new(
            JsonNode.Parse(
                credential[0] == '{'
                    ? Encoding.UTF8.GetString(credential)
                    : EnvelopedCredential.Of(Encoding.ASCII.GetString(credential)).GetRawText()));
}
