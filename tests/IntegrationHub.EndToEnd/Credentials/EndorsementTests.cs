using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Api;
using IntegrationHub.Cli.Shell;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Proofs;
using IntegrationHub.OpenBadges.Verification;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>
/// An employers' association endorses issuer, micro-credential and one award: the hub checks, embeds, and everybody can check again.
/// </summary>
[Collection(nameof(OnePublicHub))]
public sealed class EndorsementTests(PublicHub hub)
{
    private static readonly Ed25519Key Key = Forger.OtherKey;

    [Fact]
    public async Task An_endorsement_of_one_award_is_embedded_and_verifies_with_their_verifier()
    {
        var issued = await hub.Issue();
        var endorsement = Endorse($"{PublicHub.Address}{issued.Path}");

        (await Import(endorsement)).About.ShouldNotBeNullOrEmpty();

        var now = JsonNode.Parse(await hub.Anybody.GetStringAsync($"{issued.Path}.json"))!.AsObject();
        JsonNode.DeepEquals(now["endorsement"]!.AsArray().ShouldHaveSingleItem(), endorsement).ShouldBeTrue();
        foreach (var (member, value) in issued.Json.AsObject().Where(member => member.Key != "proof"))
            JsonNode.DeepEquals(now[member], value).ShouldBeTrue(member);
        await Verifies(now, endorsement);
        await Verifies(issued.Json);
    }

    [Fact]
    public async Task Endorsements_of_issuer_and_micro_credential_are_embedded_in_what_is_issued_from_then_on()
    {
        const string course = "AGI150";
        var achievement = (await hub.Issue(course)).Json["credentialSubject"]!["achievement"]!["id"]!.GetValue<string>();
        var (ofIssuer, ofAchievement) = (Endorse(PublicHub.Did), Endorse(achievement));

        (await Import(ofIssuer)).About.ShouldNotBeNullOrEmpty();
        (await Import(ofAchievement)).About.ShouldNotBeNullOrEmpty();

        var issued = await InTheSameLanguage(course, achievement);
        JsonNode.DeepEquals(issued["issuer"]!["endorsement"]!.AsArray().ShouldHaveSingleItem(), ofIssuer).ShouldBeTrue();
        JsonNode
            .DeepEquals(issued["credentialSubject"]!["achievement"]!["endorsement"]!.AsArray().ShouldHaveSingleItem(), ofAchievement)
            .ShouldBeTrue();
        await Verifies(issued, ofIssuer, ofAchievement);
    }

    /// <summary>An endorsement is of one language's achievement: that of the next learner of it.</summary>
    private async Task<JsonObject> InTheSameLanguage(string course, string achievement)
    {
        while (true)
        {
            var issued = (await hub.Issue(course)).Json;
            if (issued["credentialSubject"]!["achievement"]!["id"]!.GetValue<string>() == achievement)
                return issued.AsObject();
        }
    }

    [Theory]
    [InlineData("altered", "Signature: SignatureWrong")]
    [InlineData("of another key", "Issuer: KeyOfAnother")]
    [InlineData("expired", "NotExpired: Expired")]
    [InlineData("of something else", "https://elsewhere.example.ca/1")]
    [InlineData("a badge", "")]
    [InlineData("not JSON", "")]
    public async Task What_does_not_verify_is_refused_with_the_reason(string fault, string reason)
    {
        var good = Endorse(PublicHub.Did);
        var refused = await Should.ThrowAsync<CliException>(async () => await Import(fault switch
        {
            "altered" => Changed(good, endorsement => endorsement["credentialSubject"]!["endorsementComment"] = "Le meilleur collège."),
            "of another key" => Endorse(PublicHub.Did, issuer: DidKey.Of(Ed25519Key.FromSeed(new byte[32]).PublicKey)),
            "expired" => Endorse(PublicHub.Did, until: DateTimeOffset.UnixEpoch.AddYears(50)),
            "of something else" => Endorse("https://elsewhere.example.ca/1"),
            "a badge" => (await hub.Shared()).Json,
            _ => JsonValue.Create("{"),
        }));

        refused.Message.ShouldContain("422");
        refused.Message.ShouldContain(reason);
    }

    private static JsonObject Endorse(string about, string? issuer = null, DateTimeOffset? until = null)
    {
        var did = DidKey.Of(Key.PublicKey);
        var from = DateTimeOffset.UnixEpoch.AddYears(49);
        var endorsement = new EndorsementCredential
        {
            Id = $"urn:uuid:{Guid.NewGuid()}",
            Name = "Reconnu par l’Association des employeurs",
            CredentialSubject = new() { Id = about, EndorsementComment = "Nos membres reconnaissent ces compétences. ᐃᓄᒃᑎᑐᑦ" },
            Issuer = new() { Id = issuer ?? did, Name = "Association des employeurs" },
            ValidFrom = from,
            ValidUntil = until,
        };
        var options = new ProofOptions { VerificationMethod = $"{did}#{Key.PublicKey.Multikey}", Created = from };
        return JsonNode.Parse(DataIntegrity.Sign(endorsement.ToUtf8(), options, Key))!.AsObject();
    }

    private async Task Verifies(JsonObject credential, params JsonObject[] embedded)
    {
        foreach (var one in embedded.Prepend(credential))
        {
            var vc = await hub.Theirs.Ask("vc", new { credential = one });
            vc["verified"]!.GetValue<bool>().ShouldBeTrue($"{vc["errors"]}");
        }

        var ours = await hub.VerifiedByUs(Encoding.UTF8.GetBytes(credential.ToJsonString()));
        ours.Verdict.ShouldBe(VerificationVerdict.Valid);
        ours.Endorsements.Count.ShouldBeGreaterThanOrEqualTo(embedded.Length);
        ours.Endorsements.ShouldAllBe(endorsement => endorsement.Verdict == VerificationVerdict.Valid);
    }

    private Task<EndorsementResponse> Import(JsonNode endorsement)
    {
        var document = endorsement is JsonValue text ? text.GetValue<string>() : endorsement.ToJsonString();
        return hub.Api.Endorse("lacnord", document, CancellationToken.None);
    }

    private static JsonObject Changed(JsonObject endorsement, Action<JsonObject> change)
    {
        change(endorsement);
        return endorsement;
    }
}
