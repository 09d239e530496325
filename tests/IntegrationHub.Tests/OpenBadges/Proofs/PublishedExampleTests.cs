using System.Text.Json;
using IntegrationHub.OpenBadges.JsonLd;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Proofs;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Proofs;

/// <summary>The examples of 1EdTech's public validator: what it accepts holds here, what it made to fail fails for its reason.</summary>
public sealed class PublishedExampleTests
{
    [Theory]
    [InlineData("ob30/simple.json")]
    [InlineData("ob30/simple-did-key-method.json")]
    [InlineData("ob30/simple-did-web-method.json")]
    [InlineData("ob30/complete.json")]
    [InlineData("ob30/endorsement-valid.json")]
    [InlineData("ob30/bit-string-list/credential-status-revoked.json")]
    [InlineData("clr20/simple.json")]
    [InlineData("ob30/simple_v1.json")]
    [InlineData("ob30/credential-status-revoked.json")]
    [InlineData("clr20/simple_v1.json")]
    public void A_valid_example_verifies(string example) => Verdict(example).ShouldBe(new ProofVerdict(ProofFault.None));

    [Fact]
    public void Of_several_proofs_each_is_judged_alone()
    {
        var secured = Published.Read("1edtech-validator/ob30/simple-multiple-proofs.json");
        var proofs = secured.GetProperty("proof");

        DataIntegrity.Verify(secured, proofs[0], Key(proofs[1])).Fault.ShouldBe(ProofFault.UnsupportedType);
        DataIntegrity.Verify(secured, proofs[1], Key(proofs[1])).Fault.ShouldBe(ProofFault.None);
    }

    [Fact]
    public void The_older_suite_is_told_apart() => Verdict("ob30/simple-eddsa-2022.json").Fault.ShouldBe(ProofFault.UnsupportedCryptosuite);

    [Theory]
    [InlineData("ob30/simple-err-context.json", JsonLdFault.RelativeIri, "/type/0")]
    [InlineData("ob30/simple-err-type.json", JsonLdFault.RelativeIri, "/type/1")]
    [InlineData("ob30/simple-err-issuer-type.json", JsonLdFault.RelativeIri, "/issuer/type/0")]
    [InlineData("ob30/simple-err-evidence-type.json", JsonLdFault.RelativeIri, "/evidence/1/type")]
    [InlineData("clr20/simple_old_safesigned.json", JsonLdFault.UnknownContext, "/@context/1")]
    public void An_example_that_would_lose_something_is_refused_with_its_place(string example, JsonLdFault fault, string where)
    {
        var published = Published.Read($"1edtech-validator/{example}");
        var exception = Should.Throw<JsonLdException>(() => LinkedData.Canonicalize(published));

        exception.Fault.ShouldBe(fault);
        exception.JsonPointer.ShouldBe(where);
    }

    private static ProofVerdict Verdict(string example)
    {
        var secured = Published.Read($"1edtech-validator/{example}");
        var proof = Published.Proof(secured);
        return DataIntegrity.Verify(secured, proof, Key(proof));
    }

    private static Ed25519PublicKey Key(JsonElement proof)
    {
        var method = proof.GetProperty("verificationMethod").GetString()!;
        Ed25519PublicKey.TryParse(method[(method.LastIndexOfAny([':', '#']) + 1)..], out var key).ShouldBeTrue();
        return key!;
    }
}
