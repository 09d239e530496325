using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Institutions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors;

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
}
