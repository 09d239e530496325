using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Verification;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>What the hub issued verifies with verifiers that others wrote, and with ours.</summary>
[Collection(nameof(OnePublicHub))]
public sealed class GenuineTests(PublicHub hub)
{
    [Theory]
    [InlineData("Amélie", "CYB120")]
    [InlineData("Noah", "RCR101")]
    [InlineData("ᓯᓚ", PublicHub.ManyScripts)]
    [InlineData("Zoé", PublicHub.ManyScripts)]
    public async Task A_credential_verifies_everywhere_in_every_form(string given, string course)
    {
        var learner = hub.Named(given);
        var issued = await hub.Issue(learner, course);

        issued.Json["id"]!.GetValue<string>().ShouldBe($"{PublicHub.Address}{issued.Path}");
        issued.Json["credentialSubject"]!["achievement"]!["inLanguage"]!.GetValue<string>().ShouldBe(learner.Language);
        if (course == PublicHub.ManyScripts)
            issued.Json["credentialSubject"]!["achievement"]!["name"]!
                .GetValue<string>()
                .ShouldBe(learner.Language == "fr" ? PublicHub.French : PublicHub.English);

        await Verifies(issued.Json);
        await JwtVerifies(issued);
        foreach (var baked in new[] { await FromPng(issued), await FromSvg(issued) })
            JsonNode.DeepEquals(JsonNode.Parse(baked), issued.Json).ShouldBeTrue();
        foreach (var file in new[]
            {
                issued.Bytes,
                Encoding.ASCII.GetBytes(issued.Jwt),
                await hub.Anybody.GetByteArrayAsync($"{issued.Path}.png"),
                await hub.Anybody.GetByteArrayAsync($"{issued.Path}.svg"),
            })
            (await hub.VerifiedByUs(file)).ShouldSatisfyAllConditions(
                report => report.Verdict.ShouldBe(VerificationVerdict.Valid),
                report =>
                    report.Checks.ShouldAllBe(check => check.Outcome == CheckOutcome.Passed || check.Outcome == CheckOutcome.NotApplicable)
            );
    }

    [Theory]
    [InlineData("revocation")]
    [InlineData("suspension")]
    public async Task A_status_list_is_a_credential_that_verifies(string purpose)
    {
        await hub.Issue();
        var list = JsonNode.Parse(await hub.Anybody.GetStringAsync($"/issuers/lacnord/status/{purpose}-0"))!;

        var theirs = await hub.Theirs.Ask("vc", new { credential = list });
        var bits = await hub.Theirs.Ask("bits", new { list });

        theirs["verified"]!.GetValue<bool>().ShouldBeTrue($"{theirs["errors"]}");
        bits["length"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(131_072);
        (await hub.VerifiedByUs(Encoding.UTF8.GetBytes(list.ToJsonString()))).Verdict.ShouldBe(VerificationVerdict.Valid);
    }

    [Theory]
    [InlineData("achievementcredential")]
    public async Task A_credential_has_the_shape_that_the_published_schema_wants(string name)
    {
        Assert.SkipWhen(NodeVerifiers.Schemas is null, "The published JSON Schemas are not beside the repository.");
        foreach (var course in new[] { "CYB120", "RCR101", "DON110", PublicHub.ManyScripts, "SOL160" })
        {
            var said = await hub.Theirs.Ask("schema", new { name, document = (await hub.Issue(course)).Json });
            said["valid"]!.GetValue<bool>().ShouldBeTrue($"{course}: {said["errors"]}");
        }
    }

    [Fact]
    public async Task Their_verifiers_asked_nobody_but_the_hub()
    {
        await Verifies((await hub.Issue()).Json);
        var asked = (await hub.Theirs.Ask("fetched", new { }))["fetched"]!.AsArray().Select(url => url!.GetValue<string>()).ToList();
        asked.ShouldNotBeEmpty();
        asked.ShouldAllBe(url =>
            url.StartsWith($"{PublicHub.Address}/") || url.StartsWith("https://purl.imsglobal.org/spec/ob/v3p0/schema/"));
    }

    private async Task Verifies(JsonObject credential)
    {
        var vc = await hub.Theirs.Ask("vc", new { credential });
        vc["verified"]!.GetValue<bool>().ShouldBeTrue($"{vc["errors"]}");
        vc["status"]!.AsArray().ShouldHaveSingleItem()!.GetValue<bool>().ShouldBeFalse();

        var core = await hub.Theirs.Ask("core", new { credential });
        core["errors"]!.AsArray().ShouldBeEmpty();
        foreach (var step in new[] { "valid_signature", "expiration", "revocation_status" })
            core["steps"]![step]!.GetValue<bool>().ShouldBeTrue(step);
        if (NodeVerifiers.Schemas is not null)
            core["schemas"]!.AsArray().ShouldHaveSingleItem()!["valid"]!.GetValue<bool>().ShouldBeTrue($"{core["schemas"]}");
    }

    private async Task JwtVerifies(IssuedCredential issued)
    {
        var said = await hub.Theirs.Ask("jwt", new { token = issued.Jwt });
        said["verified"]!.GetValue<bool>().ShouldBeTrue($"{said["errors"]}");
        var (header, payload) = (said["header"]!, said["payload"]!.AsObject());
        header["alg"]!.GetValue<string>().ShouldBe("RS256");
        header["typ"]!.GetValue<string>().ShouldBe("JWT");
        payload["iss"]!.GetValue<string>().ShouldBe(PublicHub.Did);
        payload["jti"]!.GetValue<string>().ShouldBe(issued.Json["id"]!.GetValue<string>());
        payload["sub"]!.GetValue<string>().ShouldBe(issued.Json["credentialSubject"]!["id"]!.GetValue<string>());
        foreach (var (name, value) in issued.Json.Where(member => member.Key != "proof"))
            JsonNode.DeepEquals(payload[name], value).ShouldBeTrue(name);
    }

    private async Task<string> FromPng(IssuedCredential issued) =>
        await Unbaked("png", Convert.ToBase64String(await hub.Anybody.GetByteArrayAsync($"{issued.Path}.png")));

    private async Task<string> FromSvg(IssuedCredential issued) =>
        await Unbaked("svg", await hub.Anybody.GetStringAsync($"{issued.Path}.svg"));

    private async Task<string> Unbaked(string kind, string picture) =>
        (await hub.Theirs.Ask(kind, new { picture }))["found"]!.AsArray().ShouldHaveSingleItem()!["content"]!.GetValue<string>();
}
