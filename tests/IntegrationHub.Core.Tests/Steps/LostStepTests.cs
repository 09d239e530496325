using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Steps;

/// <summary>
/// A step was written, and its writer did not hear of it or was lost before it said so: people and the other steps hear of it
/// all the same.
/// </summary>
public sealed class LostStepTests
{
    private readonly Campus _campus = new();

    [Fact]
    public async Task A_failure_whose_answer_is_lost_is_brought_to_people_once()
    {
        Refuse(ConnectionRole.Badges);
        _campus.Storage.SavedUnheard = StepState.Failed;

        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Failed);
        _campus
            .Attention.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                item => item.Cause.ShouldBeOfType<StepFailed>(),
                item => item.Step.ShouldBe(StepName.Badge),
                item => item.Count.ShouldBe(1));
        _campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(StepState.Done)]
    [InlineData(StepState.Waiting)]
    public async Task What_follows_a_step_follows_though_the_answer_is_lost(StepState unheard)
    {
        var isWell = unheard == StepState.Done;
        _campus.Outside.Before[ConnectionRole.Badges] = () =>
        {
            if (isWell)
                return null;
            isWell = true;
            return new OutsideException(OutsideFault.Throttled, "Too many.");
        };
        _campus.Storage.SavedUnheard = unheard;

        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromHours(1));

        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Done);
        _campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(StepName.Badge)]
    [InlineData(StepName.Channel)]
    public async Task A_worker_that_was_lost_before_people_heard_of_a_failure_is_made_up_for_by_the_next(StepName name)
    {
        await Failed(name);
        await _campus.Storage.Settle(OneInstitution.Id, _campus.Attention.ShouldHaveSingleItem().Id, default);

        await Again(name);
        await Again(name);

        _campus
            .Attention.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(item => item.Step.ShouldBe(name), item => item.Count.ShouldBe(1));
    }

    [Fact]
    public async Task Poison_whose_failed_step_was_written_unheard_is_a_failed_step_and_one_item_however_often_it_comes()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        _campus.Storage.SavedUnheard = StepState.Failed;
        var poison = Envelope.Of("id", new StepDue(_campus.Award!.Id, StepName.Badge));

        for (var time = 0; time < 2; time++)
            await _campus.Own(poison);

        _campus
            .Attention.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                item => item.Cause.ShouldBeOfType<StepFailed>(),
                item => item.Step.ShouldBe(StepName.Badge),
                item => item.Count.ShouldBe(1));
    }

    [Fact]
    public async Task A_failed_notice_that_a_person_dismissed_stays_so_when_another_step_ends_later()
    {
        await Failed(StepName.Channel);
        (await _campus.Dismiss(_campus.Attention.ShouldHaveSingleItem().Id)).ShouldBe(
            DismissVerdict.Dismissed);
        await _campus.Pass(TimeSpan.FromMinutes(11));

        await Again(StepName.Channel);

        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_erased_is_brought_to_nobody_again()
    {
        await Failed(StepName.Badge);
        await _campus.Storage.Settle(OneInstitution.Id, _campus.Attention.ShouldHaveSingleItem().Id, default);
        await _campus.Storage.Erase(_campus.Dossier.Id, _campus.Time.GetUtcNow(), default);

        await Again(StepName.Badge);

        _campus.Attention.ShouldBeEmpty();
    }

    private async Task Failed(StepName name)
    {
        Refuse(name == StepName.Badge ? ConnectionRole.Badges : ConnectionRole.Channel);
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        _campus.Award![name].State.ShouldBe(StepState.Failed);
    }

    /// <summary>The message comes again: of a notice that is the one that told of the badge.</summary>
    private async Task Again(StepName name)
    {
        await (
            name == StepName.Badge
                ? _campus.Handle(Envelope.Of("id", new StepDue(_campus.Award!.Id, name)))
                : _campus.Handle(Envelope.Of("id", new StepEnded(_campus.Award!.Id, StepName.Badge))));
        await _campus.Work();
    }

    private void Refuse(ConnectionRole role) => _campus.Outside.Before[role] = () => new OutsideException(OutsideFault.Refused, "no");
}
