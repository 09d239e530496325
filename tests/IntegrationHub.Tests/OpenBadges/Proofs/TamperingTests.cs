using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.JsonLd;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Proofs;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Proofs;

/// <summary>Each way to change a signed credential fails, and for its own reason.</summary>
public sealed class TamperingTests
{
    [Theory]
    [InlineData("name", "Hygiene numérique")]
    [InlineData("validFrom", "2026-09-01T00:00:01Z")]
    [InlineData("id", "https://hub.example.ca/credentials/lacnord-2")]
    public void A_changed_character_fails(string member, string value)
    {
        var secured = SignedBadge.Sign(Credentials.Badge());
        secured[member] = value;

        SignedBadge.Verify(secured).Fault.ShouldBe(ProofFault.WrongSignature);
    }

    [Fact]
    public void A_known_term_more_fails()
    {
        var secured = SignedBadge.Sign(Credentials.Badge());
        secured["description"] = "More than was signed";

        SignedBadge.Verify(secured).Fault.ShouldBe(ProofFault.WrongSignature);
    }

    [Fact]
    public void An_unknown_term_more_is_not_passed_over()
    {
        var secured = SignedBadge.Sign(Credentials.Badge());
        secured["credentialSubject"]!["honours"] = "with distinction";

        var verdict = SignedBadge.Verify(secured);

        verdict.Fault.ShouldBe(ProofFault.UnreadableDocument);
        verdict.Unreadable!.Fault.ShouldBe(JsonLdFault.UnknownTerm);
        verdict.Unreadable.JsonPointer.ShouldBe("/credentialSubject/honours");
    }

    [Fact]
    public void Another_key_fails()
    {
        using var other = Ed25519Key.FromSeed(new byte[32]);

        SignedBadge.Verify(SignedBadge.Sign(Credentials.Badge()), other.PublicKey).Fault.ShouldBe(ProofFault.WrongSignature);
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
        var secured = SignedBadge.Sign(Credentials.Badge());
        secured["proof"]![0]![member] = value;

        SignedBadge.Verify(secured).Fault.ShouldBe(expected);
    }

    [Fact]
    public void A_fault_in_a_proof_has_its_place()
    {
        var secured = SignedBadge.Sign(Credentials.Badge());
        secured["proof"]![0]!["surprise"] = "added";

        SignedBadge.Verify(secured).Unreadable!.JsonPointer.ShouldBe("/proof/surprise");
    }

    [Fact]
    public void A_document_made_to_exhaust_a_verifier_is_given_up()
    {
        var secured = SignedBadge.Sign(Credentials.Badge());
        var nodes = Enumerable.Range(0, 10).Select(number => $"_:b{number}").ToList();
        secured["issuer"]!["endorsement"] = new JsonArray([.. nodes.Select(node => new JsonObject
        {
            ["id"] = node,
            ["type"] = "Profile",
            ["parentOrg"] = new JsonArray([.. nodes.Where(other => other != node).Select(other => (JsonNode)other)]),
        })]);

        SignedBadge.Verify(secured).Fault.ShouldBe(ProofFault.TooComplex);
    }

    /// <summary>That no time is left says nothing of the document; that its steps are spent does.</summary>
    [Theory]
    [InlineData(1, true, true)]
    [InlineData(11, true, false)]
    [InlineData(11, false, false)]
    public void Time_that_runs_out_is_told_apart_from_a_document_that_is_too_complex(int steps, bool isOver, bool isLate) =>
        Should
            .Throw<IntegrationHub.OpenBadges.Canonical.PoisonGraphException>(() =>
                new IntegrationHub.OpenBadges.Canonical.Steps(10, new CancellationToken(isOver)).Spend(steps))
            .IsLate.ShouldBe(isLate);
}
