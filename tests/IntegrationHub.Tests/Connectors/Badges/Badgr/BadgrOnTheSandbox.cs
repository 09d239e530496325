using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Connectors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Badges.Badgr;

public sealed class BadgrOnTheSandbox(Campus campus) : BadgePlatformContract, IClassFixture<Campus>, IAsyncLifetime
{
    private static int Learner;

    internal override IBadgePlatform Platform => campus.Hub.Badges("badgr");

    internal override Institution Institution => campus.Institution;

    internal override Connection Connection => campus.Connection(ConnectionRole.Badges);

    internal override BadgeOrder FreshOrder() =>
        Orders.Fresh(campus.Course(0)["badgeClass"]!.GetValue<string>(), $"learner{Interlocked.Increment(ref Learner)}@example.ca");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await campus.Heal();

    [Fact]
    public async Task The_recipient_is_hashed_and_the_platform_sends_no_mail_of_its_own()
    {
        var order = FreshOrder();
        var badge = await Platform.Issue(Institution, Connection, order, Cancellation);

        var kept = (await campus.State("badges")).AsArray().Single(b => b!["entityId"]!.GetValue<string>() == badge.Reference)!;
        kept["recipient"]!["hashed"]!.GetValue<bool>().ShouldBeTrue();
        kept["narrative"]!.GetValue<string>().ShouldBe(order.Narrative);
        kept["issuedOn"]!.GetValue<DateTimeOffset>().ShouldBe(order.Award.Earned);
        badge.Link.AbsoluteUri.ShouldBe(kept["openBadgeId"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_end_that_was_awarded_is_on_the_platform()
    {
        var (order, end) = (FreshOrder(), new DateTimeOffset(2099, 2, 1, 12, 0, 0, TimeSpan.FromHours(-5)));
        var badge = await Platform.Issue(Institution, Connection, Ending(order, end), Cancellation);
        var endless = await Platform.Issue(Institution, Connection, FreshOrder(), Cancellation);

        (await Kept(badge))["expires"]!.GetValue<DateTimeOffset>().ShouldBe(end);
        (await Kept(endless))["expires"].ShouldBeNull();
    }

    [Fact]
    public async Task A_renewal_is_a_badge_of_its_own_with_its_own_dates_and_is_found_again()
    {
        var end = new DateTimeOffset(2099, 2, 1, 12, 0, 0, TimeSpan.Zero);
        var order = Ending(FreshOrder(), end);
        var badge = await Platform.Issue(Institution, Connection, order, Cancellation);
        var (id, again) = (order.Award.Id with { Cycle = 1 }, end.AddYears(1));
        var renewal = order with { Award = order.Award with { Id = id, Renews = 0, ValidUntil = again } };
        (await Platform.Find(Institution, Connection, renewal, Cancellation)).ShouldBeNull();

        var renewed = await Platform.Issue(Institution, Connection, renewal, Cancellation);

        renewed.ShouldNotBe(badge);
        (await Kept(renewed))["expires"]!.GetValue<DateTimeOffset>().ShouldBe(again);
        (await Platform.Issue(Institution, Connection, renewal with { MayExist = true }, Cancellation)).ShouldBe(renewed);
        (await Platform.Find(Institution, Connection, order, Cancellation)).ShouldBe(badge);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_badge_is_found_after_a_lost_answer_however_the_address_is_spelt_and_though_it_has_ended(bool hasEnded)
    {
        var fresh = Orders.To(FreshOrder(), $"Chloe.Whitefeather{Interlocked.Increment(ref Learner)}@Example.ca");
        var address = fresh.Email.ToLowerInvariant();
        var order = hasEnded ? Ending(fresh, new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)) : fresh;
        await campus.Fail(new { system = "badgr", effect = "dropAfter", method = "POST", path = "assertions", times = 1 });
        await Should.ThrowAsync<OutsideException>(() => Platform.Issue(Institution, Connection, order, Cancellation));

        var badge = await Platform.Issue(Institution, Connection, order with { MayExist = true }, Cancellation);

        var held = (await campus.State("badges")).AsArray()
            .Where(one => one!["recipient"]!["plaintextIdentity"]!.GetValue<string>() == address);
        held.ShouldHaveSingleItem()!["entityId"]!.GetValue<string>().ShouldBe(badge.Reference);
    }

    [Fact]
    public async Task An_award_dated_in_the_future_is_issued_as_of_now()
    {
        var badge = await Platform.Issue(
            Institution,
            Connection,
            Orders.Of(FreshOrder(), TimeProvider.System.GetUtcNow().AddDays(1)),
            Cancellation);


        badge.Reference.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_revoked_badge_does_not_stand_in_the_way_of_a_new_one()
    {
        var order = FreshOrder();
        var revoked = await Platform.Issue(Institution, Connection, order, Cancellation);
        await Platform.Change(Institution, Connection, To(CredentialStatus.Revoked, order, revoked), Cancellation);

        var again = await Platform.Issue(Institution, Connection, order with { MayExist = true }, Cancellation);

        again.Reference.ShouldNotBe(revoked.Reference);
    }

    [Theory]
    [InlineData("Erreur de section", "Erreur de section")]
    [InlineData(null, "Révoqué par l’établissement. / Revoked by the institution.")]
    public async Task A_revocation_carries_its_reason(string? reason, string shown)
    {
        var order = FreshOrder();
        var badge = await Platform.Issue(Institution, Connection, order, Cancellation);

        await Platform.Change(Institution, Connection, To(CredentialStatus.Revoked, order, badge) with { Reason = reason }, Cancellation);

        var kept = (await campus.State("badges")).AsArray().Single(b => b!["entityId"]!.GetValue<string>() == badge.Reference)!;
        (kept["revoked"]!.GetValue<bool>(), kept["revocationReason"]!.GetValue<string>()).ShouldBe((true, shown));
    }

    [Fact]
    public async Task A_suspension_is_refused_with_what_a_person_can_do()
    {
        var order = FreshOrder();
        var badge = await Platform.Issue(Institution, Connection, order, Cancellation);

        var fault = await Should.ThrowAsync<OutsideException>(() =>
            Platform.Change(Institution, Connection, To(CredentialStatus.Suspended, order, badge), Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.Message.ShouldContain("revoke");
        (await Platform.Find(Institution, Connection, order, Cancellation)).ShouldBe(badge);
    }

    [Fact]
    public async Task A_revocation_whose_answer_was_lost_is_found_done()
    {
        var order = FreshOrder();
        var badge = await Platform.Issue(Institution, Connection, order, Cancellation);
        await campus.Fail(new { system = "badgr", effect = "dropAfter", method = "DELETE", path = "assertions", times = 1 });

        (
            await Should.ThrowAsync<OutsideException>(() =>
                Platform.Change(Institution, Connection, To(CredentialStatus.Revoked, order, badge), Cancellation))
        ).Fault.ShouldBe(OutsideFault.Unavailable);
        await Platform.Change(Institution, Connection, To(CredentialStatus.Revoked, order, badge), Cancellation);
    }

    [Fact]
    public async Task Success_that_is_denied_inside_the_envelope_is_no_success()
    {
        await campus.Fail(new { system = "badgr", effect = "lie", method = "POST", path = "assertions" });

        var fault = await Should.ThrowAsync<OutsideException>(() => Platform.Issue(Institution, Connection, FreshOrder(), Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.Message.ShouldContain("denies");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"status":{"description":"ok"},"result":[]}""")]
    public async Task Success_that_the_envelope_neither_says_nor_denies_is_asked_for_again(string envelope)
    {
        await using var badgr = await Vendor.Start(app =>
        {
            app.MapPost("/o/token", () => Results.Text("""{"access_token":"t","expires_in":3600}""", "application/json"));
            app.MapPost("/v2/badgeclasses/{id}/assertions", () => Results.Text(envelope, "application/json"));
        });

        var fault = await Should.ThrowAsync<OutsideException>(() =>
            badgr.Hub.Badges("badgr").Issue(Institution, badgr.Instead(Connection), FreshOrder(), Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Unreadable);
    }

    [Fact]
    public async Task An_award_whose_answer_was_lost_is_posted_once_and_found_again()
    {
        var order = FreshOrder();
        await campus.Fail(new { system = "badgr", effect = "dropAfter", method = "POST", path = "assertions", times = 1 });

        var fault = await Should.ThrowAsync<OutsideException>(() => Platform.Issue(Institution, Connection, order, Cancellation));
        fault.Fault.ShouldBe(OutsideFault.Unavailable);
        await Platform.Issue(Institution, Connection, order with { MayExist = true }, Cancellation);

        (await campus.State("badges"))
            .AsArray()
            .Count(b => b!["recipient"]!["plaintextIdentity"]!.GetValue<string>() == order.Email)
            .ShouldBe(1);
    }

    [Fact]
    public async Task An_ended_token_is_renewed_by_its_refresh_token_and_a_spent_one_by_the_password()
    {
        await Platform.Issue(Institution, Connection, FreshOrder(), Cancellation);
        var refresh = campus.Hub.Tokens.All.Single().Refresh;
        refresh.ShouldNotBeNull();

        campus.Hub.Tokens.Spoil(refresh);
        await campus.Forget();
        await Platform.Issue(Institution, Connection, FreshOrder(), Cancellation);
        (await campus.Requests("badgr", "POST", "/o/token")).ShouldBe(1);

        campus.Hub.Tokens.Spoil(refresh);
        await campus.Forget();
        await Platform.Issue(Institution, Connection, FreshOrder(), Cancellation);
        (await campus.Requests("badgr", "POST", "/o/token")).ShouldBe(2);
    }

    [Fact]
    public async Task An_error_names_the_fault_and_not_the_learner()
    {
        var order = Orders.To(FreshOrder(), "not-an-address");

        var fault = await Should.ThrowAsync<OutsideException>(() => Platform.Issue(Institution, Connection, order, Cancellation));

        fault.Message.ShouldContain("valid email");
        fault.ToString().ShouldNotContain(order.Email);
    }

    [Fact]
    public async Task Nothing_of_a_request_reaches_the_log()
    {
        var order = FreshOrder();
        await Platform.Issue(Institution, Connection, order with { MayExist = true }, Cancellation);

        campus.Hub.Log.ShouldAllBe(line => !line.Contains(order.Email) && !line.Contains("badgr-password"));
    }

    [Fact]
    public async Task A_badge_class_that_does_not_exist_is_refused_for_good()
    {
        var fault = await Should.ThrowAsync<OutsideException>(() =>
            Platform.Issue(Institution, Connection, Orders.Of(FreshOrder(), "no-such-class"), Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.IsTransient.ShouldBeFalse();
    }

    private static BadgeOrder Ending(BadgeOrder order, DateTimeOffset end) => order with { Award = order.Award with { ValidUntil = end } };

    private async Task<System.Text.Json.Nodes.JsonNode> Kept(IssuedBadge badge) =>
        (await campus.State("badges")).AsArray().Single(one => one!["entityId"]!.GetValue<string>() == badge.Reference)!;
}
