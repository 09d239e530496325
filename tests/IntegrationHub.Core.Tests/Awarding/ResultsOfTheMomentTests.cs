using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Core.Tests.Reconciliation;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>A result counts as the LMS has it, where it can be asked: what is not released waits, and is not lost.</summary>
public sealed class ResultsOfTheMomentTests
{
    private readonly Campus _campus = new(Reconciled.Institution());

    [Fact]
    public async Task What_is_not_released_awards_nothing_and_counts_once_it_is()
    {
        _campus.Outside.ResultNow = _ => null;
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromDays(9));
        _campus.Storage.All.ShouldBeEmpty();
        _campus.Attention.ShouldBeEmpty();

        _campus.Outside.ResultNow = told => told;
        await _campus.Pass(TimeSpan.FromHours(8));

        _campus.Award.ShouldNotBeNull().Earned.ShouldBe(OneInstitution.Assessed(91).At);
    }

    [Fact]
    public async Task What_is_not_released_for_weeks_waits_for_a_person_before_its_delivery_would_be_purged()
    {
        _campus.Outside.ResultNow = _ => null;
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromDays(27));

        _campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<UnreadableDelivery>();
        _campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task The_attempt_s_own_points_count_under_the_event_s_own_id()
    {
        _campus.Outside.ResultNow = told => told with { Score = new(50, 0, 100) };
        await _campus.Deliver(OneInstitution.Assessed(91, attempt: "71"));
        await _campus.Work();

        _campus.Award.ShouldBeNull();
        _campus.Dossier.Evidence.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.EventId.ShouldBe("event-1"),
            one => one.Score!.Percent.ShouldBe(50));
    }

    [Fact]
    public async Task Two_events_that_only_say_that_there_is_a_result_are_one_piece_of_evidence()
    {
        _campus.Outside.ResultNow = told => told with { Score = new(91, 0, 100), At = OneInstitution.Assessed(91).At };
        foreach (var slot in new[] { 1, 2 })
            await _campus.Deliver(OneInstitution.Assessed(0, $"slot-{slot}", minute: slot, attempt: "71") with { Score = null });
        await _campus.Work();

        _campus.Dossier.Evidence.ShouldHaveSingleItem();
        _campus.Award.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_event_without_a_result_of_an_attempt_that_is_not_graded_yet_leaves_nothing()
    {
        _campus.Outside.ResultNow = _ => null;
        await _campus.Deliver(OneInstitution.Assessed(0) with { Score = null });
        await _campus.Work();

        (_campus.Waiting, _campus.Storage.All.Count, _campus.Attention.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task While_the_LMS_is_silent_the_result_waits()
    {
        _campus.Outside.ResultNow = told => told;
        _campus.Outside.Before[ConnectionRole.Lms] = () => new OutsideException(OutsideFault.Throttled, "Too many.");
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        _campus.Storage.All.ShouldBeEmpty();

        _campus.Outside.Before.Clear();
        await _campus.Pass(TimeSpan.FromHours(8));

        _campus.Award.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_grade_that_is_taken_back_asks_a_person_and_takes_nothing_back_by_itself()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        await _campus.Deliver(OneInstitution.Assessed(91, "event-2", minute: 20) with { Kind = CompletionKind.Undone, Score = null });
        await _campus.Work();

        _campus.Award.ShouldNotBeNull().State.ShouldBe(AwardState.InQuestion);
    }

    [Fact]
    public async Task Who_did_not_pass_is_told_once_though_reconciliation_brought_the_result_before_the_event()
    {
        var campus = new Campus(Reconciled.Institution());
        campus.Outside.Courses[new(OneInstitution.Course, [OneInstitution.Course])] = [OneInstitution.Assessed(60, attempt: "71")];
        campus.Outside.Courses[new(Reconciled.SecondCourse, [Reconciled.SecondCourse])] = [];
        await Reconciled.Run(campus, Reconciled.Graded.AddDays(-1));
        campus.Outside.Mails.ShouldHaveSingleItem();

        await campus.Deliver(OneInstitution.Assessed(60, attempt: "71"));
        await campus.Work();

        campus.Outside.Mails.ShouldHaveSingleItem();
        campus.Dossier.Evidence.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_waits_under_another_name_for_the_same_attempt_ends_when_reconciliation_brings_it()
    {
        _campus.Outside.Courses[new(OneInstitution.Course, [OneInstitution.Course])] = [OneInstitution.Assessed(91, attempt: "71")];
        _campus.Outside.Courses[new(Reconciled.SecondCourse, [Reconciled.SecondCourse])] = [];
        foreach (var (attempt, address) in new[] { ("71", "old@example.ca"), ("72", "other@example.ca") })
            await _campus.Deliver(OneInstitution.Assessed(91, $"event-{attempt}", attempt: attempt) with
            {
                Learner = [new(LearnerReferenceKind.Email, address)],
            });
        await _campus.Work();
        _campus.Attention.Count.ShouldBe(2);

        await Reconciled.Run(_campus, Reconciled.Graded.AddDays(-1));

        _campus.Attention.ShouldHaveSingleItem().Subject.Text.ShouldNotBeNull().ShouldContain("other@example.ca");
        _campus.Award.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_an_LMS_did_not_show_makes_the_run_partial_in_both_languages_and_all_else_is_taken_in()
    {
        _campus.Outside.Courses[new(OneInstitution.Course, [OneInstitution.Course])] = [OneInstitution.Assessed(91)];
        _campus.Outside.Courses[new(Reconciled.SecondCourse, [Reconciled.SecondCourse])] = [];
        _campus.Outside.Unseen[OneInstitution.Course] = new("Il manque un droit.", "A right is missing.");

        var report = await Reconciled.Run(_campus, Reconciled.Graded.AddDays(-1));

        report.Reconciliation.State.ShouldBe(ReconciliationState.Partial);
        Reconciled.Counts(report).ShouldBe((1, 1, 0));
        _campus.Award.ShouldNotBeNull();
        var item = _campus.Attention.ShouldHaveSingleItem();
        item.Detail.ShouldBe($"{OneInstitution.Course}: A right is missing.");
        item.DetailFr.ShouldBe($"{OneInstitution.Course}\u00a0: Il manque un droit.");

        _campus.Outside.Unseen.Clear();
        (await Reconciled.Run(_campus, since: null)).Reconciliation.State.ShouldBe(ReconciliationState.Complete);
        _campus.Attention.ShouldBeEmpty();
    }
}
