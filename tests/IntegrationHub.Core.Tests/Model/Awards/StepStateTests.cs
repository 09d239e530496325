using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Tests.Steps;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Model.Awards;

/// <summary>When a step may begin, is stuck, is in somebody's hands, and what a changed award makes of it.</summary>
public sealed class StepStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Step Step = new() { Name = StepName.Badge, Updated = Now, State = StepState.Waiting, Attempts = 2 };

    [Fact]
    public void A_step_is_overdue_when_more_than_the_patience_has_passed_since_it_was_to_go_on()
    {
        Step.IsOverdue(Now + Patience, Patience).ShouldBeFalse();
        Step.IsOverdue(Now + Patience + TimeSpan.FromTicks(1), Patience).ShouldBeTrue();
        (Step with { Until = Now.AddHours(1) }).IsOverdue(Now.AddHours(1) + Patience, Patience).ShouldBeFalse();
        (Step with { Until = Now.AddHours(1) }).IsOverdue(Now.AddHours(1) + Patience + TimeSpan.FromTicks(1), Patience).ShouldBeTrue();
        (Step with { State = StepState.Done }).IsOverdue(Now.AddYears(1), Patience).ShouldBeFalse();
        (Step with { State = StepState.Failed }).IsOverdue(Now.AddYears(1), Patience).ShouldBeFalse();
    }

    [Fact]
    public void A_claim_holds_until_its_end_and_not_at_it()
    {
        var claimed = Step with { State = StepState.Running, Until = Now.AddMinutes(2) };
        claimed.IsClaimed(Now.AddMinutes(2).AddTicks(-1)).ShouldBeTrue();
        claimed.IsClaimed(Now.AddMinutes(2)).ShouldBeFalse();
        (claimed with { State = StepState.Waiting }).IsClaimed(Now).ShouldBeFalse();
    }

    [Theory]
    [InlineData(StepState.Running, null, 1, 0, true)]
    [InlineData(StepState.Pending, null, 1, 0, true)]
    [InlineData(StepState.Waiting, OutsideFault.Unavailable, 1, 0, true)]
    [InlineData(StepState.Waiting, OutsideFault.Unreadable, 1, 0, true)]
    [InlineData(StepState.Waiting, OutsideFault.Throttled, 1, 0, false)]
    [InlineData(StepState.Waiting, null, 1, 0, false)]
    [InlineData(StepState.Running, null, 1, 1, false)]
    [InlineData(StepState.Pending, null, 0, 0, false)]
    public void Only_an_attempt_whose_end_nobody_saw_may_have_happened(
        StepState state,
        OutsideFault? fault,
        int attempts,
        int before,
        bool may) => (Step with { State = state, Fault = fault, Attempts = attempts, Before = before }).MayHaveHappened.ShouldBe(may);


    [Fact]
    public void A_new_goal_begins_the_step_again_and_forgets_what_went_wrong()
    {
        var aimed = (Step with { Until = Now.AddHours(1), Error = "down", Fault = OutsideFault.Unavailable, Since = Now }).Aim(
            CredentialStatus.Revoked,
            Now.AddMinutes(1));
        aimed.ShouldBe(
            Step with
            {
                Goal = CredentialStatus.Revoked,
                State = StepState.Pending,
                Until = null,
                Before = 2,
                Updated = Now.AddMinutes(1),
            });
    }

    [Fact]
    public void A_new_goal_leaves_a_live_claim_to_its_worker()
    {
        var claimed = Step with { State = StepState.Running, Until = Now.AddMinutes(2), Before = 1 };
        claimed.Aim(CredentialStatus.Revoked, Now).ShouldBe(claimed with { Goal = CredentialStatus.Revoked });
        claimed
            .Aim(CredentialStatus.Revoked, Now.AddMinutes(2))
            .ShouldBe(
                claimed with
                {
                    Goal = CredentialStatus.Revoked,
                    State = StepState.Pending,
                    Until = null,
                    Before = 2,
                    Updated = Now.AddMinutes(2),
                });
    }

    [Fact]
    public void What_was_never_tried_has_nothing_to_take_back_but_may_still_be_given()
    {
        var fresh = Step with { State = StepState.Pending, Attempts = 0 };
        fresh
            .Aim(CredentialStatus.Revoked, Now.AddMinutes(1))
            .ShouldBe(fresh with { Goal = CredentialStatus.Revoked, State = StepState.Done, Updated = Now.AddMinutes(1) });
        (fresh with { Goal = CredentialStatus.Revoked, State = StepState.Done })
            .Aim(CredentialStatus.Valid, Now)
            .State.ShouldBe(StepState.Pending);
    }

    [Fact]
    public void The_same_goal_and_an_unwanted_step_change_nothing()
    {
        Step.Aim(CredentialStatus.Valid, Now.AddMinutes(1)).ShouldBeSameAs(Step);
        var unwanted = Step with { IsUnwanted = true, State = StepState.Done };
        unwanted.Aim(CredentialStatus.Revoked, Now.AddMinutes(1)).ShouldBeSameAs(unwanted);
    }

    [Theory]
    [InlineData(StepState.Done, StepState.Done, StepState.Done, AwardState.Valid, true)]
    [InlineData(StepState.Failed, StepState.Pending, StepState.Pending, AwardState.Valid, true)]
    [InlineData(StepState.Failed, StepState.Waiting, StepState.Done, AwardState.Valid, true)]
    [InlineData(StepState.Failed, StepState.Running, StepState.Done, AwardState.Valid, false)]
    [InlineData(StepState.Waiting, StepState.Pending, StepState.Pending, AwardState.Valid, false)]
    [InlineData(StepState.Done, StepState.Pending, StepState.Done, AwardState.Valid, false)]
    [InlineData(StepState.Pending, StepState.Pending, StepState.Pending, AwardState.AwaitingApproval, true)]
    [InlineData(StepState.Pending, StepState.Pending, StepState.Pending, AwardState.Declined, true)]
    [InlineData(StepState.Pending, StepState.Running, StepState.Pending, AwardState.InQuestion, false)]
    public void An_award_is_at_rest_when_nothing_of_it_can_go_on_by_itself(
        StepState badge,
        StepState channel,
        StepState learner,
        AwardState state,
        bool rests)
    {
        var award = StepScene.Award(StepScene.Step(StepName.Badge, CredentialStatus.Valid, badge)) with { State = state };
        award = award with
        {
            Steps =
            [
                .. award.Steps.Select(step =>
                    step.Name switch
                    {
                        StepName.Channel => step with { State = channel },
                        StepName.Learner => step with { State = learner },
                        StepName.Transcript when award.IsHeld => step with { State = StepState.Pending },
                        _ => step,
                    }),
            ],
        };
        award.IsAtRest.ShouldBe(rests);
    }

    [Fact]
    public void Notices_are_due_once_there_is_a_badge_and_of_a_held_award_only_what_was_submitted_is()
    {
        var award = StepScene.Award(StepScene.Step(StepName.Badge, CredentialStatus.Valid, StepState.Waiting));
        award.IsDue(StepName.Badge).ShouldBeTrue();
        award.IsDue(StepName.Transcript).ShouldBeTrue();
        award.IsDue(StepName.Channel).ShouldBeFalse();
        StepScene.Award(StepScene.Step(StepName.Badge, CredentialStatus.Valid, StepState.Submitted)).IsDue(StepName.Learner).ShouldBeTrue();
        var held = award with
        {
            State = AwardState.InQuestion,
            Steps = [.. award.Steps.Select(step => step.Name == StepName.Transcript ? step with { State = StepState.Submitted } : step)],
        };
        held.IsDue(StepName.Transcript).ShouldBeTrue();
        held.IsDue(StepName.Badge).ShouldBeFalse();
    }

    [Fact]
    public void The_link_of_an_award_is_its_badge_s_and_a_step_that_it_has_not_is_named()
    {
        var link = new Uri("https://badges.example.ca/1");
        var badge = StepScene.Award(StepScene.Step(StepName.Badge, CredentialStatus.Valid, StepState.Done) with { Link = link });
        badge.Credential.ShouldBe(link);
        var bare = badge with { Steps = [StepScene.Step(StepName.Transcript, CredentialStatus.Valid)] };
        bare.Credential.ShouldBeNull();
        bare[StepName.Transcript].Name.ShouldBe(StepName.Transcript);
        Should.Throw<KeyNotFoundException>(() => bare[StepName.Learner]).Message.ShouldBe($"The award {bare.Id} has no step 'Learner'.");
    }

    [Fact]
    public void A_part_stands_from_the_moment_it_was_earned_to_the_moment_it_ends()
    {
        var part = new StackedCredential("rivers", "award", 1, Now, null, null, 0, 0);
        part.Stands(Now.AddTicks(-1)).ShouldBeFalse();
        part.Stands(Now).ShouldBeTrue();
        foreach (var ended in new[] { part with { Ended = Now.AddDays(1) }, part with { ValidUntil = Now.AddDays(1) } })
        {
            ended.Stands(Now.AddDays(1).AddTicks(-1)).ShouldBeTrue();
            ended.Stands(Now.AddDays(1)).ShouldBeFalse();
        }
    }

    [Fact]
    public void Of_news_that_a_dossier_has_already_nothing_is_left()
    {
        var part = new StackedCredential("rivers", "award", 2, Now, null, null, 0, 0);
        var act = new RegistrarAct("act", ActKind.Uphold, 0, Now);
        var dossier = new Dossier { Id = StepScene.Id().Dossier, Parts = [part], Acts = [act] };

        new News([], part, act).Without(dossier).IsEmpty.ShouldBeTrue();
        new News([], part with { Revision = 1 }).Without(dossier).IsEmpty.ShouldBeTrue();
        new News([], part with { Revision = 3 }).Without(dossier).Part!.Revision.ShouldBe(3);
        new News([], part with { Award = "other", Revision = 1 }).Without(dossier).IsEmpty.ShouldBeFalse();
        new News([], Act: act with { Id = "another" }).Without(dossier).Act!.Id.ShouldBe("another");
        (new News([]) { Held = [part, part with { Award = "held" }] }).Without(dossier).Parts.ShouldHaveSingleItem().Award.ShouldBe("held");
        (new News([], part with { Revision = 5 }) { Held = [part, part with { Revision = 9 }] })
            .Parts.ShouldHaveSingleItem()
            .Revision.ShouldBe(9);
        new News([], Act: act).IsEmpty.ShouldBeFalse();
    }
}
