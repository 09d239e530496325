using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Steps;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Outside;

/// <summary>An answer that cannot be read concerns the step that asked, and nobody else.</summary>
public sealed class NonsenseTests
{
    private static readonly OutsideException Nonsense = new(OutsideFault.Unreadable, "The system answered with a page.");

    private readonly Campus _campus = new();

    [Fact]
    public async Task The_step_that_met_nonsense_is_tried_again_and_another_learners_goes_at_once()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => Nonsense;
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromMinutes(30));
        var first = _campus.Award!;
        first[StepName.Badge].State.ShouldBe(StepState.Waiting);
        _campus.Outside.Calls[ConnectionRole.Badges].ShouldBeGreaterThan(ConnectionState.FailuresUntilDown);
        _campus.Attention.ShouldBeEmpty();

        _campus.Outside.Before.Clear();
        await _campus.Deliver(OneInstitution.Assessed(92, "event-2", "900100002"));
        await _campus.Work();

        Steps(first.Id.Dossier, isOthers: true).ShouldAllBe(step => step.State == StepState.Done);
        await _campus.Pass(TimeSpan.FromHours(1));
        Steps(first.Id.Dossier, isOthers: false).ShouldAllBe(step => step.State == StepState.Done);
        _campus.Outside.Badges.Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_a_day_of_nonsense_a_person_hears_what_was_found()
    {
        var tries = new List<DateTimeOffset>();
        _campus.Outside.Before[ConnectionRole.Badges] = () =>
        {
            tries.Add(_campus.Time.GetUtcNow());
            return Nonsense;
        };
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromHours(100));

        (tries[^1] - tries[0]).ShouldBeInRange(TimeSpan.FromHours(24), TimeSpan.FromHours(31));
        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Failed);
        _campus.Attention.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => item.Cause.ShouldBeOfType<StepFailed>(),
            item => item.Detail.ShouldBe(Nonsense.Message));
    }

    [Fact]
    public async Task A_system_that_is_down_is_not_up_because_it_answers_with_a_page()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => new OutsideException(OutsideFault.Unavailable, "It answered 503.");
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromMinutes(10));
        _campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<SystemDown>();

        _campus.Outside.Before[ConnectionRole.Badges] = () => Nonsense;
        await _campus.Pass(TimeSpan.FromHours(1));
        _campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<SystemDown>();

        _campus.Outside.Before.Clear();
        await _campus.Pass(TimeSpan.FromHours(2));
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_card_whose_post_was_answered_with_nonsense_is_posted_again_and_said_to_be_repeated()
    {
        _campus.Outside.After[ConnectionRole.Channel] = () => _campus.Outside.Calls[ConnectionRole.Channel] == 1 ? Nonsense : null;
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromMinutes(10));

        _campus.Award![StepName.Channel].State.ShouldBe(StepState.Done);
        _campus.Outside.Cards.Select(card => card.Id).Distinct().ShouldHaveSingleItem();
        _campus.Dossier.Timeline.ShouldContain(entry => entry.Event == TimelineEvent.Repeated && entry.Step == StepName.Channel);
    }

    [Fact]
    public async Task A_record_whose_entry_was_answered_with_nonsense_is_found_and_not_entered_again()
    {
        _campus.Outside.After[ConnectionRole.Sis] = () => _campus.Outside.Calls[ConnectionRole.Sis] == 2 ? Nonsense : null;
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromMinutes(10));

        _campus.Award![StepName.Transcript].State.ShouldBe(StepState.Done);
        _campus.Outside.Entries.Values.ShouldBe([1]);
    }

    private IEnumerable<Step> Steps(DossierId first, bool isOthers) => _campus.Storage.All
        .SelectMany(dossier => dossier.Awards)
        .Where(award => award.Id.Dossier == first != isOthers)
        .SelectMany(award => award.Steps);
}
