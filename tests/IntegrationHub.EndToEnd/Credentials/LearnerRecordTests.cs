using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Verification;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>A learner fetches all credentials as one signed record, a badge from elsewhere among them.</summary>
[Collection(nameof(OnePublicHub))]
public sealed partial class LearnerRecordTests(PublicHub hub)
{
    [Fact]
    public async Task A_learner_record_verifies_and_so_does_each_credential_in_it()
    {
        var learner = hub.Campus.NewLearner();
        var own = await hub.Issue(learner);
        await RunningHub.Until(() => hub.Campus.MailOf(learner).Count > 0);
        var page = Link().Match(hub.Campus.MailOf(learner)[0].Content).Value;
        var elsewhere = FromElsewhere((await hub.Shared()).Json);

        using var answer = await hub.Post(page, $"{page}/record", ("file", Encoding.UTF8.GetBytes(elsewhere.ToJsonString())));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var text = await answer.Content.ReadAsByteArrayAsync();
        var record = JsonNode.Parse(text)!.AsObject();
        var joined = record["credentialSubject"]!["verifiableCredential"]!.AsArray();
        joined.Count.ShouldBe(2);
        JsonNode.DeepEquals(joined[0], own.Json).ShouldBeTrue();
        JsonNode.DeepEquals(joined[1], elsewhere).ShouldBeTrue();
        var ours = await hub.VerifiedByUs(text);
        ours.Verdict.ShouldBe(VerificationVerdict.Valid);
        ours.Joined.Select(one => one.Verdict).ShouldBe([VerificationVerdict.Valid, VerificationVerdict.Valid]);
        foreach (var credential in joined)
            await Verifies(credential!);

        Assert.SkipWhen(NodeVerifiers.Schemas is null, "The context of learner records is not beside the repository.");
        await Verifies(record);
        record["credentialSubject"]!["verifiableCredential"]![0]!["name"] = "Doctorat";
        (await hub.Theirs.Ask("vc", new { credential = record }))["verified"]!.GetValue<bool>().ShouldBeFalse();
        (await hub.VerifiedByUs(Encoding.UTF8.GetBytes(record.ToJsonString()))).Verdict.ShouldBe(VerificationVerdict.Invalid);
    }

    [Theory]
    [InlineData("genuine", "valid")]
    [InlineData("altered", "invalid")]
    [InlineData("from elsewhere", "valid")]
    public async Task The_page_that_verifies_says_the_same_as_the_verifiers(string what, string verdict)
    {
        var credential = (await hub.Shared()).Json.DeepClone().AsObject();
        if (what == "altered")
            credential["name"] = "Doctorat";

        using var answer = await hub.Post(
            "/verify",
            "/verify",
            ("file", Encoding.UTF8.GetBytes((what == "from elsewhere" ? FromElsewhere(credential) : credential).ToJsonString())));


        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"verdict-{verdict}\"");
    }

    private async Task Verifies(JsonNode credential)
    {
        var vc = await hub.Theirs.Ask("vc", new { credential });
        vc["verified"]!.GetValue<bool>().ShouldBeTrue($"{vc["errors"]}");
    }

    /// <summary>The same kind of credential, of another issuer, which keeps no status list.</summary>
    private static JsonObject FromElsewhere(JsonObject credential)
    {
        var other = credential.DeepClone().AsObject();
        var did = DidKey.Of(Forger.OtherKey.PublicKey);
        other.Remove("credentialStatus");
        other["credentialSubject"]!.AsObject().Remove("identifier");
        (other["id"], other["issuer"]) = (
            "https://elsewhere.example.ca/badges/1",
            new JsonObject
            {
                ["id"] = did,
                ["type"] = new JsonArray("Profile"),
                ["name"] = "Ailleurs",
            });
        return Forger.Sign(other, Forger.OtherKey, $"{did}#{Forger.OtherKey.PublicKey.Multikey}");
    }

    [GeneratedRegex("(?<=https://hub\\.example\\.ca)/learner/[a-z0-9-]+")]
    private static partial Regex Link();
}
