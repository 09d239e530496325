using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.JsonLd;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Proofs;

public sealed class ProofTests
{
    [Fact]
    public void A_signed_credential_verifies_and_keeps_its_text()
    {
        var secured = SignedBadge.Sign(Credentials.Badge());

        SignedBadge.Verify(secured).Holds.ShouldBeTrue();
        secured["proof"]!.AsArray().Count.ShouldBe(1);
        secured.Remove("proof");
        JsonNode.DeepEquals(secured, Credentials.Badge()).ShouldBeTrue();
    }

    /// <summary>Computed with jsonld.js and node:crypto.</summary>
    [Fact]
    public void The_signature_is_the_one_that_others_compute() =>
        SignedBadge.Sign(Credentials.Badge())["proof"]![0]!["proofValue"]!
            .GetValue<string>()
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

        var secured = SignedBadge.Sign(badge);

        secured["name"]!.GetValue<string>().ShouldBe(name);
        SignedBadge.Verify(secured).Holds.ShouldBeTrue();
    }

    [Fact]
    public void Escapes_in_the_json_do_not_matter_to_the_signature()
    {
        var secured = SignedBadge.Sign(Credentials.Badge()).ToJsonString();
        secured.ShouldContain("\\u00E8");

        SignedBadge
            .Verify(secured.Replace("\\u00E8", "è", StringComparison.Ordinal).Replace("Hyg", "\\u0048yg", StringComparison.Ordinal))
            .Holds.ShouldBeTrue();
    }

    [Fact]
    public void The_order_of_members_does_not_matter_to_the_signature()
    {
        var secured = SignedBadge.Sign(Credentials.Badge());
        var turned = new JsonObject(secured.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        SignedBadge.Verify(turned).Holds.ShouldBeTrue();
    }

    [Fact]
    public void A_proof_that_stood_there_is_replaced()
    {
        var twice = SignedBadge.Sign(SignedBadge.Sign(Credentials.Badge()));

        twice["proof"]!.AsArray().Count.ShouldBe(1);
        SignedBadge.Verify(twice).Holds.ShouldBeTrue();
    }

    [Fact]
    public void A_document_without_contexts_is_refused() =>
        Should
            .Throw<JsonLdException>(() => SignedBadge.Sign(new JsonObject { ["id"] = "urn:x:1" }))
            .Fault.ShouldBe(JsonLdFault.UnknownContext);
}
