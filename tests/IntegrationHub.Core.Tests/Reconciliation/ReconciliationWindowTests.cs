using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;
using static IntegrationHub.Core.Tests.Reconciliation.Reconciled;

namespace IntegrationHub.Core.Tests.Reconciliation;

/// <summary>Since when a reconciliation asks: no day is left out between one that was complete and the next.</summary>
public sealed class ReconciliationWindowTests
{
    private readonly Campus _campus = new(Institution());

    public ReconciliationWindowTests()
    {
        _campus.Outside.Courses[new(OneInstitution.Course, [OneInstitution.Course, "EAU-1"])] = [];
        _campus.Outside.Courses[new(SecondCourse, [SecondCourse, "EAU-2"])] = [];
    }

    [Fact]
    public async Task The_window_begins_a_day_before_the_end_of_the_last_complete_run()
    {
        var first = (await Run(_campus, since: null)).Reconciliation;
        first.Window.Since.ShouldBe(first.Started.AddDays(-30));

        _campus.Time.Advance(TimeSpan.FromDays(1));
        _campus.Outside.BeforeCourse = _ => new OutsideException(OutsideFault.Refused, "no");
        (await Run(_campus, since: null)).Reconciliation.Window.Since.ShouldBe(first.Window.Until.AddDays(-1));

        _campus.Time.Advance(TimeSpan.FromDays(1));
        (await Run(_campus, since: null)).Reconciliation.Window.Since.ShouldBe(first.Window.Until.AddDays(-1));
    }

    [Fact]
    public async Task However_long_ago_the_last_complete_run_was_no_day_after_it_is_left_out()
    {
        var last = (await Run(_campus, since: null)).Reconciliation;
        _campus.Time.Advance(TimeSpan.FromDays(200));

        (await Run(_campus, since: null)).Reconciliation.Window.Since.ShouldBe(last.Window.Until.AddDays(-1));
    }

    [Fact]
    public async Task Who_names_the_beginning_gets_it_and_the_latest_of_several_complete_runs_counts()
    {
        (await Run(_campus, Graded.AddDays(-9))).Reconciliation.Window.ShouldBe(new(Graded.AddDays(-9), _campus.Time.GetUtcNow()));
        _campus.Time.Advance(TimeSpan.FromDays(2));
        var second = (await Run(_campus, since: null)).Reconciliation;
        _campus.Time.Advance(TimeSpan.FromDays(2));
        (await Run(_campus, since: null)).Reconciliation.Window.Since.ShouldBe(second.Window.Until.AddDays(-1));
    }

    [Fact]
    public async Task Days_that_a_run_by_hand_left_out_are_asked_for_by_the_next()
    {
        var first = (await Run(_campus, since: null)).Reconciliation;
        _campus.Time.Advance(TimeSpan.FromDays(9));
        await Run(_campus, _campus.Time.GetUtcNow().AddDays(-2));
        _campus.Time.Advance(TimeSpan.FromDays(1));

        var whole = (await Run(_campus, since: null)).Reconciliation.Window;
        whole.Since.ShouldBe(first.Window.Until.AddDays(-1));
        (await Run(_campus, since: null)).Reconciliation.Window.Since.ShouldBe(whole.Until.AddDays(-1), "all is covered now");
    }

    [Fact]
    public async Task Every_night_each_source_with_an_API_is_reconciled_and_reports_of_last_year_are_forgotten()
    {
        (await _campus.Reconcile.BeginAll(default)).ShouldBe(1);
        await _campus.Work();
        var first = (await _campus.Reconcile.Latest(OneInstitution.Id, "lms", default)).ShouldHaveSingleItem();
        first.State.ShouldBe(ReconciliationState.Complete);

        _campus.Time.Advance(TimeSpan.FromDays(366));
        (await _campus.Reconcile.BeginAll(default)).ShouldBe(1);

        (await _campus.Reconcile.Find(OneInstitution.Id, "lms", first.Id, default)).ShouldBeNull();
    }
}
