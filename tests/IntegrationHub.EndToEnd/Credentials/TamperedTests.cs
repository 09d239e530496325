using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Verification;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>Each kind of tampering is refused for its own reason, by their verifiers and by ours.</summary>
[Collection(nameof(OnePublicHub))]
public sealed class TamperedTests(PublicHub hub)
{
    private const string BadSignature = "Invalid signature.";

    private static readonly Dictionary<string, Func<JsonObject, JsonObject?>> Kinds = new()
    {
        ["a changed character"] = credential => Changed(credential, "name", name => name.Replace('R', 'П')),
        ["a character that only looks the same"] = credential =>
            Changed(credential, "name", name => name.Normalize(NormalizationForm.FormD) + "\u200b"),
        ["a score one point higher"] = credential => Changed(credential["credentialSubject"]!["result"]![0]!, "value", _ => "96"),
        ["a later end"] = credential => Changed(credential, "validUntil", _ => "2099-01-01T00:00:00Z"),
        ["another subject"] = credential => Changed(credential["credentialSubject"]!, "id", _ => $"urn:uuid:{Guid.NewGuid()}"),
        ["another status entry"] = credential =>
            Changed(credential["credentialStatus"]!, "statusListIndex", index => index == "7" ? "8" : "7"),
        ["no status entry"] = credential => Without(credential, "credentialStatus"),
        ["an extra term of the context"] = credential => Changed(credential["credentialSubject"]!, "licenseNumber", _ => "L-1"),
        ["an extra term of no context"] = credential => Changed(credential["credentialSubject"]!, "honours", _ => "summa cum laude"),
        ["another key under the institution's name"] = credential =>
            Replaced(credential, Forger.Sign(credential, Forger.OtherKey, Forger.MethodOf(credential))),
        ["a key that the institution does not list"] = credential =>
            Replaced(credential, Forger.Sign(credential, Forger.OtherKey, $"{PublicHub.Did}#{Forger.OtherKey.PublicKey.Multikey}")),
        ["the key of somebody else"] = credential =>
            Replaced(
                credential,
                Forger.Sign(credential, Forger.OtherKey, $"{DidKey.Of(Forger.OtherKey.PublicKey)}#{Forger.OtherKey.PublicKey.Multikey}")),
        ["no proof"] = credential => Without(credential, "proof"),
    };

    [Theory]
    [InlineData("a changed character", BadSignature, "invalid_signature", CheckKind.Signature, SignatureWrong)]
    [InlineData("a character that only looks the same", BadSignature, "invalid_signature", CheckKind.Signature, SignatureWrong)]
    [InlineData("a score one point higher", BadSignature, "invalid_signature", CheckKind.Signature, SignatureWrong)]
    [InlineData("a later end", BadSignature, "invalid_signature", CheckKind.Signature, SignatureWrong)]
    [InlineData("another subject", BadSignature, "invalid_signature", CheckKind.Signature, SignatureWrong)]
    [InlineData("another status entry", BadSignature, "invalid_signature", CheckKind.Signature, SignatureWrong)]
    [InlineData("no status entry", BadSignature, "invalid_signature", CheckKind.Signature, SignatureWrong)]
    [InlineData("an extra term of the context", BadSignature, "invalid_signature", CheckKind.Signature, SignatureWrong)]
    [InlineData("an extra term of no context", "Safe mode validation error.", "jsonld.ValidationError", CheckKind.Contexts, TermUnknown)]
    [InlineData("another key under the institution's name", BadSignature, "invalid_signature", CheckKind.Signature, SignatureWrong)]
    [InlineData("a key that the institution does not list", "has no key", "invalid_signature", CheckKind.Issuer, KeyNotListed)]
    [InlineData(
        "the key of somebody else",
        "Credential issuer must match the verification method controller.",
        "invalid_signature",
        CheckKind.Issuer,
        KeyOfAnother)]
    [InlineData("no proof", "No matching proofs found", "no_proof", CheckKind.Signature, NotSigned)]
    public async Task An_embedded_proof_does_not_cover(
        string kind,
        string vcSays,
        string coreSays,
        CheckKind check,
        VerificationReason reason)
    {
        var credential = (await hub.Shared()).Json.DeepClone().AsObject();
        credential = Kinds[kind](credential) ?? credential;

        var vc = await hub.Theirs.Ask("vc", new { credential });
        var core = await hub.Theirs.Ask("core", new { credential });
        var ours = await hub.VerifiedByUs(Encoding.UTF8.GetBytes(credential.ToJsonString()));

        vc["verified"]!.GetValue<bool>().ShouldBeFalse();
        $"{vc["errors"]}".ShouldContain(vcSays);
        $"{core["errors"]}".ShouldContain(coreSays);
        ours.Verdict.ShouldBe(VerificationVerdict.Invalid);
        ours[check].ShouldNotBeNull().Reason.ShouldBe(reason);
    }

    private static JsonObject? Changed(JsonNode at, string member, Func<string, string> change)
    {
        var (before, after) = (at[member]?.GetValue<string>() ?? "", change(at[member]?.GetValue<string>() ?? ""));
        after.ShouldNotBe(before);
        at[member] = after;
        return null;
    }

    private static JsonObject? Without(JsonObject credential, string member)
    {
        credential.Remove(member).ShouldBeTrue();
        return null;
    }

    private static JsonObject Replaced(JsonObject before, JsonObject after)
    {
        JsonNode.DeepEquals(before, after).ShouldBeFalse();
        return after;
    }
}
