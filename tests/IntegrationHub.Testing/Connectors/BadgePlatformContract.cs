using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Testing.Connectors;

/// <summary>What every badge platform's connector promises, against a double or a real system.</summary>
public abstract class BadgePlatformContract
{
    internal abstract IBadgePlatform Platform { get; }

    internal abstract Institution Institution { get; }

    internal abstract Connection Connection { get; }

    /// <summary>An order for a learner who does not hold the badge yet.</summary>
    internal abstract BadgeOrder FreshOrder();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_issued_badge_has_a_reference_and_a_public_page()
    {
        var badge = await Platform.Issue(Institution, Connection, FreshOrder(), Cancellation);

        badge.Reference.ShouldNotBeEmpty();
        badge.Link.IsAbsoluteUri.ShouldBeTrue();
    }

    [Fact]
    public async Task A_badge_that_the_learner_already_holds_is_success_and_the_same_badge()
    {
        var order = FreshOrder();
        var first = await Platform.Issue(Institution, Connection, order, Cancellation);

        (await Platform.Issue(Institution, Connection, order, Cancellation)).ShouldBe(first);
        (await Platform.Issue(Institution, Connection, order with { MayExist = true }, Cancellation)).ShouldBe(first);
    }

    [Fact]
    public async Task A_badge_that_may_exist_but_does_not_is_issued()
    {
        var badge = await Platform.Issue(Institution, Connection, FreshOrder() with { MayExist = true }, Cancellation);

        badge.Reference.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Two_learners_hold_two_badges()
    {
        var one = await Platform.Issue(Institution, Connection, FreshOrder(), Cancellation);
        var other = await Platform.Issue(Institution, Connection, FreshOrder(), Cancellation);

        other.Reference.ShouldNotBe(one.Reference);
    }

    [Fact]
    public async Task A_revoked_badge_is_not_found_any_more_and_revoking_it_again_is_success()
    {
        var order = FreshOrder();
        (await Platform.Find(Institution, Connection, order, Cancellation)).ShouldBeNull();
        var badge = await Platform.Issue(Institution, Connection, order, Cancellation);
        (await Platform.Find(Institution, Connection, order, Cancellation)).ShouldBe(badge);

        await Platform.Change(Institution, Connection, To(CredentialStatus.Revoked, order, badge), Cancellation);
        await Platform.Change(Institution, Connection, To(CredentialStatus.Revoked, order, badge) with { Reason = null }, Cancellation);

        (await Platform.Find(Institution, Connection, order, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_badge_that_stands_is_left_standing()
    {
        var order = FreshOrder();
        var badge = await Platform.Issue(Institution, Connection, order, Cancellation);

        await Platform.Change(Institution, Connection, To(CredentialStatus.Valid, order, badge), Cancellation);

        (await Platform.Find(Institution, Connection, order, Cancellation)).ShouldBe(badge);
    }

    [Fact]
    public async Task A_revocation_is_for_good()
    {
        var order = FreshOrder();
        var badge = await Platform.Issue(Institution, Connection, order, Cancellation);
        await Platform.Change(Institution, Connection, To(CredentialStatus.Revoked, order, badge), Cancellation);

        var fault = await Should.ThrowAsync<OutsideException>(() =>
            Platform.Change(Institution, Connection, To(CredentialStatus.Valid, order, badge, minutes: 2), Cancellation));


        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.Message.ShouldContain("award the micro-credential again");
    }

    [Fact]
    public async Task A_badge_that_the_platform_does_not_know_is_refused()
    {
        var stranger = new IssuedBadge("no-such-badge", new("https://badges.example.ca/no-such-badge"));

        (
            await Should.ThrowAsync<OutsideException>(() =>
                Platform.Change(Institution, Connection, To(CredentialStatus.Revoked, FreshOrder(), stranger), Cancellation))
        ).Fault.ShouldBe(OutsideFault.Refused);
    }

    internal static BadgeChange To(CredentialStatus to, BadgeOrder order, IssuedBadge badge, int minutes = 1) =>
        new(
            order.Award.Id,
            badge.Reference,
            to,
            to == CredentialStatus.Valid ? null : "Erreur de section",
            order.Award.Earned.AddMinutes(minutes));
}
