using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Api;
using IntegrationHub.Cli.Shell;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Verification;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>Expired, revoked, suspended, resumed: genuine all the while, and everybody sees how it stands.</summary>
[Collection(nameof(OnePublicHub))]
public sealed class InForceTests(PublicHub hub)
{
    [Fact]
    public async Task An_expired_credential_is_genuine_and_expired()
    {
        var issued = await hub.Shared();
        var later = DateTimeOffset.Parse(issued.Json["validUntil"]!.GetValue<string>(), null).AddDays(1);

        var vc = await hub.Theirs.Ask("vc", new { credential = issued.Json, now = later });
        vc["verified"]!.GetValue<bool>().ShouldBeFalse();
        $"{vc["errors"]}".ShouldContain("validUntil");
        var ours = await hub.VerifiedByUs(issued.Bytes, later);
        ours[CheckKind.Signature]!.Outcome.ShouldBe(CheckOutcome.Passed);
        ours[CheckKind.NotExpired]!.Reason.ShouldBe(VerificationReason.Expired);
    }

    [Fact]
    public async Task One_that_the_institution_signed_with_an_end_in_the_past_is_expired_for_everybody()
    {
        var issued = await hub.Shared();
        var credential = issued.Json.DeepClone().AsObject();
        (credential["validFrom"], credential["validUntil"]) = ("2020-01-01T00:00:00Z", "2023-01-01T00:00:00Z");
        Ed25519Key.TryFromText(hub.Settings["LACNORD_ISSUER_ED25519"], out var key).ShouldBeTrue();
        credential = Forger.Sign(credential, key, Forger.MethodOf(issued.Json));

        $"{(await hub.Theirs.Ask("vc", new { credential }))["errors"]}".ShouldContain("validUntil");
        (await hub.Theirs.Ask("core", new { credential }))["steps"]!["expiration"]!.GetValue<bool>().ShouldBeFalse();
        (await hub.VerifiedByUs(Encoding.UTF8.GetBytes(credential.ToJsonString()))).Verdict.ShouldBe(VerificationVerdict.Expired);
    }

    [Fact]
    public async Task One_is_not_valid_before_its_time()
    {
        var issued = await hub.Shared();
        var before = DateTimeOffset.Parse(issued.Json["validFrom"]!.GetValue<string>(), null).AddDays(-1);

        $"{(await hub.Theirs.Ask("vc", new { credential = issued.Json, now = before }))["errors"]}".ShouldContain("validFrom");
        (await hub.VerifiedByUs(issued.Bytes, before))[CheckKind.ValidFrom]!.Reason.ShouldBe(VerificationReason.NotYetValid);
    }

    [Fact]
    public async Task A_revoked_credential_is_revoked_for_good_and_shown()
    {
        var (issued, other) = (await hub.Issue(), await hub.Issue());

        await Change(issued, "revoke", "Erreur de cohorte.");
        await Stands(issued, "revoke", isSet: true);

        (await Core(issued))["revocation_status"]!.GetValue<bool>().ShouldBeFalse();
        var ours = await hub.VerifiedByUs(issued.Bytes);
        ours.Verdict.ShouldBe(VerificationVerdict.Revoked);
        ours[CheckKind.Signature]!.Outcome.ShouldBe(CheckOutcome.Passed);
        await Stands(other, "issue", isSet: false);
        (await hub.VerifiedByUs(other.Bytes)).Verdict.ShouldBe(VerificationVerdict.Valid);
        (await Should.ThrowAsync<CliException>(() => Change(issued, "resume", null))).Message.ShouldContain("409");
        (await hub.Anybody.GetAsync($"{issued.Path}.json")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_suspended_credential_does_not_count_until_it_is_resumed()
    {
        var issued = await hub.Issue();
        var suspension = $"/issuers/lacnord/status/suspension-0";
        var index = int.Parse(issued.Status["statusListIndex"]!.GetValue<string>(), null);

        await Change(issued, "suspend", "Vérification en cours.");
        await Stands(issued, "suspend", isSet: true);
        (await Core(issued))["revocation_status"]!.GetValue<bool>().ShouldBeFalse();
        (await hub.VerifiedByUs(issued.Bytes)).Verdict.ShouldNotBe(VerificationVerdict.Valid);
        await RunningHub.Until(async () => (await Set(suspension)).Contains(index));

        await Change(issued, "resume", null);
        await Stands(issued, "resume", isSet: false);
        (await Core(issued))["revocation_status"]!.GetValue<bool>().ShouldBeTrue();
        (await hub.VerifiedByUs(issued.Bytes)).Verdict.ShouldBe(VerificationVerdict.Valid);
        await RunningHub.Until(async () => !(await Set(suspension)).Contains(index));
    }

    [Fact]
    public async Task A_revocation_needs_a_reason()
    {
        var issued = await hub.Shared();
        (await Should.ThrowAsync<CliException>(() => Change(issued, "revoke", null))).Message.ShouldContain("400");
        await Stands(issued, "nothing", isSet: false);
    }

    private Task<ActResponse> Change(IssuedCredential issued, string act, string? reason) =>
        hub.Api.Act(issued.Award, act, new(reason), CancellationToken.None);

    /// <summary>@digitalbazaar/vc accepts the signature, and its status list says so.</summary>
    private async Task Stands(IssuedCredential issued, string after, bool isSet)
    {
        JsonObject? last = null;
        await RunningHub.Until(async () =>
        {
            last = await hub.Theirs.Ask("vc", new { credential = issued.Json });
            return last["status"]!.AsArray().SingleOrDefault()?.GetValue<bool>() == isSet;
        });
        last!["verified"]!.GetValue<bool>().ShouldBeTrue($"{after}: {last["errors"]}");
    }

    private async Task<JsonNode> Core(IssuedCredential issued) =>
        (await hub.Theirs.Ask("core", new { credential = issued.Json }))["steps"]!;

    private async Task<IEnumerable<int>> Set(string list) =>
        (await hub.Theirs.Ask("bits", new { list = JsonNode.Parse(await hub.Anybody.GetStringAsync(list)) }))["set"]!
            .AsArray()
            .Select(index => index!.GetValue<int>());
}
