using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;
using IntegrationHub.Core.Tests.Steps;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Badges;

/// <summary>The badge is brought to where the award is, whatever was done before.</summary>
public sealed class BadgeWorkTests
{
    private static readonly string Own = $"{OneInstitution.Id}-{new string('a', 26)}";

    private readonly StepScene _scene = new();
    private readonly HubDouble _hub = new();
    private readonly BadgeWork _work;

    public BadgeWorkTests() => _work = new(_scene.Learners, [_scene.Outside, _hub], new(_scene.Storage));

    [Fact]
    public async Task An_award_that_stands_gets_its_badge_and_one_that_has_it_only_its_standing()
    {
        var issued = await Do(CredentialStatus.Valid);
        issued.Reference.ShouldNotBeNull();
        _scene.Outside.Badges.Count.ShouldBe(1);

        await Do(CredentialStatus.Valid, issued.Reference);

        _scene.Outside.Changes.ShouldHaveSingleItem().To.ShouldBe(CredentialStatus.Valid);
    }

    [Theory]
    [InlineData(CredentialStatus.Suspended)]
    [InlineData(CredentialStatus.Revoked)]
    public async Task A_change_carries_reason_and_time_and_needs_nothing_of_the_learner(CredentialStatus goal)
    {
        await _scene.Storage.Erase(OneInstitution.Id, "maelle@example.ca", default);

        (await Do(goal, "badge-1", "Erreur")).ShouldBe(new(StepState.Done, "badge-1"));

        _scene
            .Outside.Changes.ShouldHaveSingleItem()
            .ShouldBe(new(StepScene.Id(), "badge-1", goal, "Erreur", new(2026, 2, 2, 12, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task A_badge_whose_answer_was_lost_is_found_and_revoked()
    {
        await Do(CredentialStatus.Valid);

        (await Do(CredentialStatus.Revoked)).Reference.ShouldBe("badge-1");

        _scene.Outside.Changes.ShouldHaveSingleItem().Reference.ShouldBe("badge-1");
    }

    [Fact]
    public async Task Where_no_badge_was_ever_issued_there_is_nothing_to_change()
    {
        (await Do(CredentialStatus.Revoked)).ShouldBe(new(StepState.Done));
        _scene.Outside.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_credential_of_the_hub_is_changed_by_the_hub_though_the_institution_moved_to_a_platform()
    {
        await Do(CredentialStatus.Revoked, Own);

        _hub.Changes.ShouldHaveSingleItem().Reference.ShouldBe(Own);
        _scene.Outside.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_platforms_badge_that_another_award_rests_on_is_left_and_the_hubs_own_is_not()
    {
        await _scene.Beside(StepScene.Award(StepScene.Step(StepName.Badge, CredentialStatus.Valid, StepState.Done, "badge-1"), cycle: 1));

        await Do(CredentialStatus.Revoked, "badge-1");
        await Do(CredentialStatus.Revoked, Own);

        _scene.Outside.Changes.ShouldBeEmpty();
        _hub.Changes.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_badge_that_a_renewal_has_one_of_its_own_beside_is_revoked()
    {
        await _scene.Beside(StepScene.Award(StepScene.Step(StepName.Badge, CredentialStatus.Valid, StepState.Done, "badge-2"), cycle: 1));

        await Do(CredentialStatus.Revoked, "badge-1");

        _scene.Outside.Changes.ShouldHaveSingleItem().Reference.ShouldBe("badge-1");
    }

    [Fact]
    public async Task A_new_badge_waits_while_the_platform_still_has_to_revoke_the_earlier()
    {
        await _scene.Beside(StepScene.Award(StepScene.Step(StepName.Badge, CredentialStatus.Revoked, StepState.Waiting, "badge-1")));

        var fault = await Should.ThrowAsync<OutsideException>(() =>
            _work.Do(_scene.Context(StepScene.Step(StepName.Badge, CredentialStatus.Valid, attempts: 0), cycle: 1), default));


        fault.IsTransient.ShouldBeTrue();
        _scene.Outside.Badges.ShouldBeEmpty();
    }

    private Task<StepResult> Do(CredentialStatus goal, string? reference = null, string? reason = null) =>
        _work.Do(_scene.Context(StepScene.Step(StepName.Badge, goal, reference: reference), reason: reason), default);

    private sealed class HubDouble : IBadgePlatform
    {
        public string Kind => "hub";

        public bool IsTheHub => true;

        public List<BadgeChange> Changes { get; } = [];

        public Task<IssuedBadge> Issue(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<IssuedBadge?> Find(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task Change(Institution institution, Connection connection, BadgeChange change, CancellationToken cancellation)
        {
            Changes.Add(change);
            return Task.CompletedTask;
        }
    }
}
