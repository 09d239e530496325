using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.JsonLd;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Proofs;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges;

public sealed class ProofTests : IDisposable
{
    private readonly Ed25519Key _key = Ed25519Key.FromSeed(Enumerable.Range(0, 32).Select(value => (byte)value).ToArray());

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_signed_credential_verifies_and_keeps_its_text()
    {
        var secured = Sign(Credentials.Badge());

        Verify(secured).Holds.ShouldBeTrue();
        secured["proof"]!.AsArray().Count.ShouldBe(1);
        secured.Remove("proof");
        JsonNode.DeepEquals(secured, Credentials.Badge()).ShouldBeTrue();
    }

    /// <summary>Computed with jsonld.js and node:crypto.</summary>
    [Fact]
    public void The_signature_is_the_one_that_others_compute() => Sign(Credentials.Badge())["proof"]![0]!["proofValue"]!.GetValue<string>()
        .ShouldBe("z3F77MM9p4LnLW7hGHbgutQTVsKfuGRcFSjy8iaUDXMuDDWB98mWuDELvThXdpguDTEPmCBaeq5ZyjuWhzC8Sqrwt");

    [Theory]
    [InlineData("Hygiène numérique — œuvre ®")]
    [InlineData("ᐃᓄᒃᑎᑐᑦ")]
    [InlineData("שלום، مرحبا")]
    [InlineData("\"quoted\" \\ back\tslash\nline\u007F\u0001 𝔊")]
    public void Any_script_survives_signing(string name)
    {
        var badge = Credentials.Badge();
        badge["name"] = name;

        var secured = Sign(badge);

        secured["name"]!.GetValue<string>().ShouldBe(name);
        Verify(secured).Holds.ShouldBeTrue();
    }

    [Fact]
    public void Escapes_in_the_json_do_not_matter_to_the_signature()
    {
        var secured = Sign(Credentials.Badge()).ToJsonString();
        secured.ShouldContain("\\u00E8");

        Verify(secured.Replace("\\u00E8", "è", StringComparison.Ordinal).Replace("Hyg", "\\u0048yg", StringComparison.Ordinal)).Holds.ShouldBeTrue();
    }

    [Fact]
    public void The_order_of_members_does_not_matter_to_the_signature()
    {
        var secured = Sign(Credentials.Badge());
        var turned = new JsonObject(secured.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        Verify(turned).Holds.ShouldBeTrue();
    }

    [Theory]
    [InlineData("name", "Hygiene numérique")]
    [InlineData("validFrom", "2026-09-01T00:00:01Z")]
    [InlineData("id", "https://hub.example.ca/credentials/lacnord-2")]
    public void A_changed_character_fails(string member, string value)
    {
        var secured = Sign(Credentials.Badge());
        secured[member] = value;

        Verify(secured).Fault.ShouldBe(ProofFault.WrongSignature);
    }

    [Fact]
    public void A_known_term_more_fails()
    {
        var secured = Sign(Credentials.Badge());
        secured["description"] = "More than was signed";

        Verify(secured).Fault.ShouldBe(ProofFault.WrongSignature);
    }

    [Fact]
    public void An_unknown_term_more_is_not_passed_over()
    {
        var secured = Sign(Credentials.Badge());
        secured["credentialSubject"]!["honours"] = "with distinction";

        var verdict = Verify(secured);

        verdict.Fault.ShouldBe(ProofFault.UnreadableDocument);
        verdict.Unreadable!.Fault.ShouldBe(JsonLdFault.UnknownTerm);
        verdict.Unreadable.JsonPointer.ShouldBe("/credentialSubject/honours");
    }

    [Fact]
    public void Another_key_fails()
    {
        using var other = Ed25519Key.FromSeed(new byte[32]);

        Verify(Sign(Credentials.Badge()), other.PublicKey).Fault.ShouldBe(ProofFault.WrongSignature);
    }

    [Theory]
    [InlineData("created", "2026-09-02T12:00:01Z", ProofFault.WrongSignature)]
    [InlineData("verificationMethod", "did:web:example.ca#other", ProofFault.WrongSignature)]
    [InlineData("proofPurpose", "authentication", ProofFault.WrongPurpose)]
    [InlineData("cryptosuite", "ecdsa-rdfc-2019", ProofFault.UnsupportedCryptosuite)]
    [InlineData("type", "Ed25519Signature2020", ProofFault.UnsupportedType)]
    [InlineData("proofValue", "zNotBase58btcO0Il", ProofFault.MalformedValue)]
    [InlineData("proofValue", "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi", ProofFault.MalformedValue)]
    [InlineData("proofValue", "uAAAA", ProofFault.MalformedValue)]
    [InlineData("proofValue", null, ProofFault.MalformedValue)]
    [InlineData("@context", "https://www.w3.org/ns/credentials/v2", ProofFault.ForeignContext)]
    [InlineData("verificationMethod", null, ProofFault.Malformed)]
    [InlineData("challenge", "added", ProofFault.WrongSignature)]
    [InlineData("surprise", "added", ProofFault.UnreadableDocument)]
    public void A_proof_that_was_touched_fails_for_its_reason(string member, string? value, ProofFault expected)
    {
        var secured = Sign(Credentials.Badge());
        secured["proof"]![0]![member] = value;

        Verify(secured).Fault.ShouldBe(expected);
    }

    [Fact]
    public void A_fault_in_a_proof_has_its_place()
    {
        var secured = Sign(Credentials.Badge());
        secured["proof"]![0]!["surprise"] = "added";

        Verify(secured).Unreadable!.JsonPointer.ShouldBe("/proof/surprise");
    }

    [Fact]
    public void A_proof_that_stood_there_is_replaced()
    {
        var twice = Sign(Sign(Credentials.Badge()));

        twice["proof"]!.AsArray().Count.ShouldBe(1);
        Verify(twice).Holds.ShouldBeTrue();
    }

    [Fact]
    public void A_document_made_to_exhaust_a_verifier_is_given_up()
    {
        var secured = Sign(Credentials.Badge());
        var nodes = Enumerable.Range(0, 10).Select(number => $"_:b{number}").ToList();
        secured["issuer"]!["endorsement"] = new JsonArray([.. nodes.Select(node => new JsonObject
        {
            ["id"] = node,
            ["type"] = "Profile",
            ["parentOrg"] = new JsonArray([.. nodes.Where(other => other != node).Select(other => (JsonNode)other)]),
        })]);

        Verify(secured).Fault.ShouldBe(ProofFault.TooComplex);
    }

    [Fact]
    public void A_document_without_contexts_is_refused() =>
        Should.Throw<JsonLdException>(() => Sign(new JsonObject { ["id"] = "urn:x:1" })).Fault.ShouldBe(JsonLdFault.UnknownContext);

    private JsonObject Sign(JsonObject document) => JsonNode.Parse(DataIntegrity.Sign(
        Encoding.UTF8.GetBytes(document.ToJsonString()),
        new ProofOptions
        {
            VerificationMethod = $"did:web:hub.example.ca:issuers:lacnord#{_key.PublicKey.Multikey}",
            Created = new DateTimeOffset(2026, 9, 2, 8, 0, 0, TimeSpan.FromHours(-4)),
        },
        _key))!.AsObject();

    private ProofVerdict Verify(JsonObject secured, Ed25519PublicKey? key = null) => Verify(secured.ToJsonString(), key);

    private ProofVerdict Verify(string secured, Ed25519PublicKey? key = null)
    {
        var document = Samples.Parse(secured);
        return DataIntegrity.Verify(document, Samples.Proof(document), key ?? _key.PublicKey);
    }
}
