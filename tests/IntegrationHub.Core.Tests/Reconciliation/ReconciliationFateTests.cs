using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;
using static IntegrationHub.Core.Tests.Reconciliation.Reconciled;

namespace IntegrationHub.Core.Tests.Reconciliation;

/// <summary>Reconciliations that meet silence, other workers, long courses and changed settings.</summary>
public sealed class ReconciliationFateTests
{
    private const string Student = "900100001";

    private readonly Campus _campus = new(Institution());
    private readonly List<Completion> _first = [];

    public ReconciliationFateTests()
    {
        _campus.Outside.Courses[new(OneInstitution.Course, [OneInstitution.Course, "EAU/1 é"])] = _first;
        _campus.Outside.Courses[new(SecondCourse, [SecondCourse, "EAU-2"])] = [];
    }

    [Fact]
    public async Task An_LMS_that_is_silent_when_its_courses_are_asked_for_is_asked_again()
    {
        _first.Add(Told(Student, 91));
        _campus.Outside.Before[ConnectionRole.Lms] = () => new OutsideException(OutsideFault.Throttled, "Too many.");
        var begun = await Begin();
        await _campus.Pass(TimeSpan.FromMinutes(20));
        (await Report(begun)).Reconciliation.State.ShouldBe(ReconciliationState.Running);
        (await Report(begun)).Courses.ShouldBeEmpty();

        _campus.Outside.Before.Clear();
        await _campus.Pass(TimeSpan.FromHours(2));

        (await Report(begun)).Reconciliation.State.ShouldBe(ReconciliationState.Complete);
        Counts(await Report(begun)).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task After_two_hours_of_silence_every_offering_is_a_course_that_failed()
    {
        var calls = new List<DateTimeOffset>();
        _campus.Outside.Before[ConnectionRole.Lms] = () =>
        {
            calls.Add(_campus.Time.GetUtcNow());
            return new OutsideException(OutsideFault.Throttled, "Too many.");
        };
        var begun = await Begin();
        await _campus.Pass(TimeSpan.FromHours(8));

        var report = await Report(begun);
        report.Reconciliation.State.ShouldBe(ReconciliationState.Partial);
        report
            .Courses.Select(course => (course.Course.Id, course.Error))
            .ShouldBe([(OneInstitution.Course, "Too many."), (SecondCourse, "Too many.")], ignoreOrder: true);
        (calls[^1] - calls[0]).ShouldBeInRange(TimeSpan.FromHours(2), TimeSpan.FromHours(5));
    }

    [Fact]
    public async Task A_course_is_put_off_for_two_hours_at_most()
    {
        var calls = new List<DateTimeOffset>();
        _campus.Outside.BeforeCourse = course =>
        {
            if (course == OneInstitution.Course)
                calls.Add(_campus.Time.GetUtcNow());
            return course == OneInstitution.Course ? new OutsideException(OutsideFault.Throttled, "Too many.") : null;
        };
        var begun = await Begin();
        await _campus.Pass(TimeSpan.FromHours(8));

        var report = await Report(begun);
        report.Courses.Single(course => course.Failed).Error.ShouldBe("Too many.");
        report.Courses.Single(course => !course.Failed).Course.Id.ShouldBe(SecondCourse);
        (calls[^1] - calls[0]).ShouldBeInRange(TimeSpan.FromHours(2), TimeSpan.FromHours(5));
        report.Reconciliation.Ended.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(calls[^1]);
    }

    [Fact]
    public async Task A_long_course_is_read_in_shifts_of_a_minute_and_nothing_is_counted_twice()
    {
        _first.AddRange(Enumerable.Range(0, 7).Select(at => Told(Student, 50 + at)));
        _campus.Outside.BeforeCourse = course =>
        {
            if (course == OneInstitution.Course)
                _campus.Time.Advance(TimeSpan.FromSeconds(61));
            return null;
        };
        var begun = await Begin();
        await _campus.WorkOnce();
        await _campus.WorkOnce();
        (await Report(begun)).Courses.Single(course => course.Course.Id == OneInstitution.Course).Found.ShouldBe(2);
        (await Report(begun)).Reconciliation.State.ShouldBe(ReconciliationState.Running);

        await _campus.Work();

        Counts(await Report(begun)).ShouldBe((7, 7, 0));
        (await Report(begun)).Reconciliation.State.ShouldBe(ReconciliationState.Complete);
    }

    [Fact]
    public async Task A_course_that_another_worker_reads_is_left_to_it()
    {
        _first.Add(Told(Student, 91));
        var begun = await Begin();
        await _campus.WorkOnce();
        _campus.Reconciliations.BeforeCourse = _ =>
        {
            _campus.Reconciliations.BeforeCourse = null;
            var running = _campus.Reconciliations.Find(OneInstitution.Id, "lms", begun.Id, default).Result!;
            var course = _campus.Reconciliations.Course(running, OneInstitution.Course, default).Result!;
            _campus
                .Reconciliations.Save(running, course with { Found = 17, Ended = _campus.Time.GetUtcNow() }, default)
                .Result.ShouldBeTrue();
        };
        await _campus.Work();

        (await Report(begun)).Courses.Single(course => course.Course.Id == OneInstitution.Course).Found.ShouldBe(17);
        (await Report(begun)).Reconciliation.State.ShouldBe(ReconciliationState.Complete);
    }

    [Fact]
    public async Task An_ended_reconciliation_is_asked_of_no_LMS_again()
    {
        await Begin();
        var message = _campus.Take();
        await _campus.Handle(message.Envelope);
        await _campus.Work();
        var calls = _campus.Outside.Calls[ConnectionRole.Lms];

        await _campus.Handle(message.Envelope);

        _campus.Outside.Calls[ConnectionRole.Lms].ShouldBe(calls);
        _campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_course_whose_worker_was_lost_after_the_last_part_lets_the_reconciliation_end()
    {
        var begun = await Begin();
        await _campus.WorkOnce();
        foreach (var course in (await Report(begun)).Courses)
            await _campus.Reconciliations.Save(
                (await Report(begun)).Reconciliation,
                course with
                {
                    Ended = _campus.Time.GetUtcNow(),
                },
                default);


        await _campus.WorkOnce();

        (await Report(begun)).Reconciliation.State.ShouldBe(ReconciliationState.Complete);
    }

    [Fact]
    public async Task A_course_s_id_may_hold_any_character()
    {
        var campus = new Campus(Institution(new Offering("lms", "EAU/1 é%2F", OneInstitution.Summative)));
        campus.Outside.Courses[new("EAU/1 é%2F", ["EAU/1 é%2F"])] = [Told(Student, 91, "EAU/1 é%2F")];

        var begun = (await campus.Reconcile.Begin(OneInstitution.Id, "lms", Graded.AddDays(-1), default))!;
        await campus.Work();

        Counts((await campus.Reconcile.Find(OneInstitution.Id, "lms", begun.Id, default))!).ShouldBe((1, 1, 0));
        campus.Award.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_source_whose_API_is_gone_names_the_remedy()
    {
        var campus = new Campus();
        await campus.Reconciliations.Save(
            new Core.Reconciliation.Reconciliation
            {
                Institution = OneInstitution.Id,
                Source = "lms",
                Id = "one",
                Window = new(Graded, Graded.AddDays(1)),
                Started = Graded,
            },
            default);

        (await Should.ThrowAsync<InvalidOperationException>(() => campus.Handle(About("one"))))
            .Message.ShouldBe("The source 'lms' of 'lacnord' has no API any more; give it one, then retry.");
    }

    [Fact]
    public async Task A_message_about_no_reconciliation_is_a_mistake_that_the_host_counts() =>
        (await Should.ThrowAsync<FormatException>(() => _campus.Handle(About("none")))).Message.ShouldBe(
            "There is no reconciliation lms/none.");

    [Fact]
    public async Task Whom_the_SIS_refuses_to_name_is_taken_in_so_that_a_person_is_asked()
    {
        _first.Add(Told(Student, 91));
        _campus.Outside.Before[ConnectionRole.Sis] = () => new OutsideException(OutsideFault.Refused, "Two people bear this number.");

        var begun = await Begin();
        await _campus.Work();

        Counts(await Report(begun)).ShouldBe((1, 1, 0));
        _campus.Attention.ShouldHaveSingleItem().Detail.ShouldBe("Two people bear this number.");
    }

    [Fact]
    public async Task What_counts_for_nothing_that_is_offered_is_not_counted_at_all()
    {
        _first.AddRange([Told(Student, 91) with { Assessment = "a-quiz-on-the-way" }, Told(Student, 85)]);
        var begun = await Begin();
        await _campus.Work();

        Counts(await Report(begun)).ShouldBe((1, 1, 0));
    }

    [Theory]
    [InlineData(3, "")]
    [InlineData(5, " · + 2")]
    public async Task Of_more_than_three_failed_courses_the_rest_are_a_number(int courses, string rest)
    {
        var campus = new Campus(
            Institution([.. Enumerable.Range(1, courses).Select(number => new Offering("lms", $"C-{number}", OneInstitution.Summative))]));
        await campus.Reconcile.Begin(OneInstitution.Id, "lms", Graded.AddDays(-1), default);
        await campus.Work();

        campus.Attention.ShouldHaveSingleItem().Detail.ShouldBe(
                string.Join(
                    " · ",
                    Enumerable
                        .Range(1, 3)
                        .Select(number => $"C-{number}: The LMS knows no course by this id, or does not show it to the hub: "
                            + "check the offering, then the rights of the connection’s user.")) + rest);
    }

    private static Envelope About(string reconciliation) => Envelope.Of("id", new ReconcileDue(OneInstitution.Id, "lms", reconciliation));

    private async Task<Core.Reconciliation.Reconciliation> Begin() =>
        (await _campus.Reconcile.Begin(OneInstitution.Id, "lms", Graded.AddDays(-1), default)).ShouldNotBeNull();

    private async Task<ReconciliationReport> Report(Core.Reconciliation.Reconciliation begun) =>
        (await _campus.Reconcile.Find(OneInstitution.Id, "lms", begun.Id, default)).ShouldNotBeNull();
}
