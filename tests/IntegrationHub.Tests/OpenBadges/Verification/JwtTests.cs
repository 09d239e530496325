using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Proofs;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using IntegrationHub.Tests.OpenBadges.Baking;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

public sealed class JwtTests : IDisposable
{
    private static readonly Uri BareKey = new("https://hub.example.ca/issuers/nordet/key.json");
    private readonly College _college = new();
    private readonly string _jwt;

    public JwtTests() => _jwt = _college.SignJwt(SampleBadges.Full().ToUtf8());

    [Fact]
    public async Task A_sound_jwt_passes()
    {
        var report = await _college.Verify(_jwt);

        report.ShouldBe(VerificationVerdict.Valid);
        report.Facts!.Name.ShouldBe("Œuvres d’été ® ᐃᓄᒃᑎᑐᑦ شهادة");
        report.Document!.Value.TryGetProperty("iss", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_badge_with_its_picture_inside_is_not_too_long()
    {
        var pictured = SampleBadges.Full() with { Image = new() { Id = "data:image/png;base64," + new string('A', 600_000) } };
        (await _college.Verify(_college.SignJwt(pictured.ToUtf8()))).ShouldBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task A_picture_carries_the_jwt() =>
        (await _college.Verify(SvgBaking.Bake(Encoding.UTF8.GetBytes(Pictures.Svg), Encoding.UTF8.GetBytes(_jwt))))
            .ShouldBe(VerificationVerdict.Valid);

    [Theory]
    [InlineData("""{"alg":"none"}""", Failed, NotSigned)]
    [InlineData("""{"alg":"HS256"}""", Failed, SharedSecret)]
    [InlineData("""{"alg":"ES384"}""", Unknown, ProofUnsupported)]
    [InlineData("""{"alg":"PS256"}""", Unknown, ProofUnsupported)]
    public async Task Algorithms_that_are_not_taken_are_told_apart(string header, CheckOutcome outcome, VerificationReason why)
    {
        var report = await _college.Verify(Joined(header, Payload(), "c2ln"));

        report.ShouldSay(Signature, outcome, why);
        report.Verdict.ShouldNotBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task An_altered_payload_breaks_the_signature()
    {
        var payload = Payload();
        payload["name"] = "Another";
        var parts = _jwt.Split('.');
        (await _college.Verify($"{parts[0]}.{Part(payload.ToJsonString())}.{parts[2]}")).ShouldSay(Signature, Failed, SignatureWrong);
    }

    [Fact]
    public async Task Claims_that_contradict_the_credential_are_named()
    {
        var payload = Payload();
        payload["exp"] = 4102444800;
        var report = await _college.Verify(Joined("""{"alg":"RS256"}""", payload, "c2ln"));

        report.ShouldSay(Shape, Failed, ClaimsDisagree);
        report[Shape]!.Detail.ShouldBe("exp");
    }

    [Fact]
    public async Task A_key_in_the_header_counts_where_the_issuer_lists_it()
    {
        (await _college.Verify(WithKeyInHeader(_college.Rsa))).ShouldSay(Issuer, Passed);

        using var other = TestKeys.OtherRsa();
        var forged = await _college.Verify(WithKeyInHeader(other));
        forged.ShouldSay(Issuer, Failed, KeyNotListed);
        forged.ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task A_bare_key_counts_where_the_issuer_lists_it_wherever_it_lies()
    {
        _college.Documents[BareKey] = Encoding.UTF8.GetBytes(_college.Rsa.PublicJwk.ToJson());
        (await _college.Verify(VcJwt.Sign(SampleBadges.Full().ToUtf8(), _college.Rsa, BareKey.AbsoluteUri)))
            .ShouldBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task A_key_that_the_issuer_lists_as_somebody_elses_does_not_count()
    {
        Republish(method => method["controller"] = "did:web:example.ca");
        (await _college.Verify(WithKeyInHeader(_college.Rsa))).ShouldSay(Issuer, Failed, KeyOfAnother);
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("expires")]
    public async Task A_key_that_has_ended_does_not_count(string member)
    {
        Republish(method => method[member] = "2026-05-05T00:00:00Z");
        (await _college.Verify(WithKeyInHeader(_college.Rsa))).ShouldSay(Issuer, Failed, KeyEnded);
        (await _college.Verify(_jwt)).ShouldSay(Issuer, Failed, KeyEnded);
    }

    [Fact]
    public async Task A_key_that_an_issuer_of_an_address_does_not_list_leaves_it_open()
    {
        const string issuer = "https://hub.example.ca/issuers/nordet/profile.json";
        _college.Documents[new Uri(issuer)] = Encoding.UTF8.GetBytes($$"""{"id":"{{issuer}}","type":"Profile"}""");
        _college.Documents[BareKey] = Encoding.UTF8.GetBytes(_college.Rsa.PublicJwk.ToJson());
        var badge = SampleBadges.Least() with { Issuer = new() { Id = issuer, Name = "Collège du Nordet" } };

        var report = await _college.Verify(VcJwt.Sign(badge.ToUtf8(), _college.Rsa, BareKey.AbsoluteUri));
        report.ShouldSay(Issuer, Unknown, KeyNotListed);
        report.ShouldBe(VerificationVerdict.Undetermined);
    }

    [Theory]
    [InlineData("exp", "1778000000", NotExpired, Expired)]
    [InlineData("exp", "1778000000.5", NotExpired, Expired)]
    [InlineData("nbf", "4102444800", ValidFrom, NotYetValid)]
    public async Task The_time_of_a_claim_counts_where_it_is_narrower(string claim, string value, CheckKind kind, VerificationReason why) =>
        (await _college.Verify(WithClaim(claim, value))).ShouldSay(kind, Failed, why);

    [Theory]
    [InlineData("exp", "\"1778000000\"")]
    [InlineData("nbf", "[1778000000]")]
    [InlineData("exp", "1e300")]
    [InlineData("nbf", "true")]
    [InlineData("exp", "{}")]
    [InlineData("iss", "[\"did:web:example.ca\"]")]
    public async Task A_claim_in_another_shape_is_malformed(string claim, string value)
    {
        var report = await _college.Verify(WithClaim(claim, value));
        report.ShouldSay(Shape, Failed, ValueMalformed);
        report[Shape]!.Detail.ShouldBe(claim);
    }

    [Theory]
    [InlineData("""["b64"]""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_header_with_extensions_that_must_be_understood_is_refused(string extensions) =>
        (await _college.Verify(Joined($$"""{"alg":"RS256","crit":{{extensions}},"b64":false}""", Payload(), "c2ln"))).ShouldSay(
            Signature,
            Failed,
            ProofUnsupported);

    [Theory]
    [InlineData("https://hub.example.ca/issuers/nordet/key.json")]
    [InlineData("https://hub.example.ca/issuers/autre/key.json")]
    [InlineData("https://hub.example.ca/issuers/nordet2/key.json")]
    [InlineData("https://elsewhere.example.ca/issuers/nordet/key.json")]
    public async Task A_bare_key_that_the_issuer_does_not_list_does_not_count(string address)
    {
        using var other = TestKeys.OtherRsa();
        _college.Documents[new Uri(address)] = Encoding.UTF8.GetBytes(other.PublicJwk.ToJson());
        (await _college.Verify(VcJwt.Sign(SampleBadges.Full().ToUtf8(), other, address))).ShouldSay(Issuer, Failed, KeyNotListed);
    }

    [Fact]
    public async Task A_claim_far_ahead_is_a_time_like_any_other() =>
        (await _college.Verify(WithClaim("iat", "253402300799"))).ShouldSay(Shape, Passed);

    [Fact]
    public async Task What_lies_in_place_of_a_bare_key_leaves_it_open()
    {
        _college.Documents[BareKey] = "<html/>"u8.ToArray();
        (await _college.Verify(VcJwt.Sign(SampleBadges.Full().ToUtf8(), _college.Rsa, BareKey.AbsoluteUri)))
            .ShouldSay(Issuer, Unknown, IssuerUnreachable);
    }

    [Fact]
    public async Task A_jwt_that_names_no_key_leaves_nothing_to_check_with()
    {
        var report = await _college.Verify(Joined("""{"alg":"RS256"}""", Payload(), "c2ln"));
        report.ShouldSay(Issuer, Failed, KeyMissing);
        report.ShouldSay(Signature, Unknown, KeyMissing);
    }

    /// <summary>A certificate names a key, which is not taken from there.</summary>
    [Theory]
    [InlineData("\"x5c\":[\"MIIB\"]")]
    [InlineData("\"x5t#S256\":\"AA\"")]
    [InlineData("\"jku\":\"https://hub.example.ca/keys.json\"")]
    public async Task A_key_named_by_a_certificate_is_not_called_unnamed(string header)
    {
        var report = await _college.Verify(Joined($$"""{"alg":"RS256",{{header}}}""", Payload(), "c2ln"));

        report.ShouldSay(Issuer, Unknown, IssuerUnsupported);
        report.ShouldSay(Signature, Unknown, KeyUnreachable);
        report.ShouldBe(VerificationVerdict.Undetermined);
    }

    [Theory]
    [InlineData("simple.jwt")]
    [InlineData("velocity.jwt")]
    public async Task Published_jwts_of_the_older_form_get_an_honest_answer(string name)
    {
        var report = await _college.Verify(Published.Bytes($"1edtech-validator/ob30/{name}"));
        report.ShouldSay(Readable, Passed);
        report.ShouldSay(Contexts, Unknown, ContextUnknown);
        report.Facts!.ValidFrom.ShouldNotBeNull();
    }

    public void Dispose() => _college.Dispose();

    private void Republish(Action<JsonObject> change) => _college.Documents[College.DidDocumentAddress] = College.With(
        _college.Documents[College.DidDocumentAddress], document => change(document["verificationMethod"]!.AsArray()[^1]!.AsObject()));

    private string WithClaim(string claim, string value)
    {
        var payload = Payload();
        payload[claim] = JsonNode.Parse(value);
        return Joined("""{"alg":"RS256"}""", payload, "c2ln");
    }

    private JsonObject Payload() => JsonNode.Parse(Base64Url.DecodeFromChars(_jwt.Split('.')[1]))!.AsObject();

    private static string WithKeyInHeader(RsaKey key)
    {
        var parts = VcJwt.Sign(SampleBadges.Full().ToUtf8(), key, "k").Split('.');
        return $"{Part($$"""{"alg":"RS256","typ":"JWT","jwk":{{key.PublicJwk.ToJson()}}}""")}.{parts[1]}.{parts[2]}";
    }

    private static string Joined(string header, JsonObject payload, string signature) =>
        $"{Part(header)}.{Part(payload.ToJsonString())}.{signature}";

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
