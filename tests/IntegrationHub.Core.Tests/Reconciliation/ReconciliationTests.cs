using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;
using static IntegrationHub.Core.Tests.Reconciliation.Reconciled;

namespace IntegrationHub.Core.Tests.Reconciliation;

public sealed class ReconciliationTests
{
    private const string Student = "900100001";
    private const string Other = "900100002";

    private readonly Campus _campus = new(Institution());
    private readonly List<Completion> _first = [];
    private readonly List<Completion> _second = [];

    public ReconciliationTests()
    {
        _campus.Outside.Courses[new(OneInstitution.Course, [OneInstitution.Course, "EAU-1"])] = _first;
        _campus.Outside.Courses[new(SecondCourse, [SecondCourse, "EAU-2"])] = _second;
    }

    [Fact]
    public async Task What_never_came_is_taken_in_and_a_second_run_finds_nothing_new()
    {
        _first.AddRange([Told(Student, 91), Told(Other, 62), Told(Other, null)]);

        var report = await Run();
        report.Reconciliation.State.ShouldBe(ReconciliationState.Complete);
        Counts(report).ShouldBe((3, 3, 0));
        _campus.Award.ShouldNotBeNull().Earned.ShouldBe(Graded);
        _campus.Storage.All.Sum(dossier => dossier.Evidence.Count).ShouldBe(3);

        var mails = _campus.Outside.Mails.Count;
        Counts(await Run()).ShouldBe((3, 0, 3));
        _campus.Storage.All.Sum(dossier => dossier.Evidence.Count).ShouldBe(3);
        _campus.Outside.Mails.Count.ShouldBe(mails);
    }

    [Fact]
    public async Task What_came_by_itself_is_not_taken_in_again_although_its_event_has_another_id_and_time()
    {
        await _campus.Deliver(
            OneInstitution.Assessed(91, minute: 4),
            OneInstitution.Assessed(91, "event-2", minute: 7) with
            {
                Kind = CompletionKind.Completed,
                Assessment = null,
                Score = null,
            });
        await _campus.Work();
        _first.AddRange([Told(Student, 91), Told(Student, null)]);

        Counts(await Run()).ShouldBe((2, 0, 2));

        _campus.Dossier.Evidence.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(92, 0)]
    [InlineData(91, 120)]
    public async Task Another_result_or_the_same_at_another_time_is_new(int percent, int minutesLater)
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        _first.Add(Told(Student, percent) with { At = Graded.AddMinutes(minutesLater) });
        _campus.Time.Advance(TimeSpan.FromHours(4));

        Counts(await Run()).ShouldBe((1, 1, 0));

        _campus.Dossier.Evidence.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_nobody_knows_waits_for_a_person_once_and_then_goes_on()
    {
        _first.Add(Told("unknown", 91));

        Counts(await Run()).ShouldBe((1, 1, 0));
        Counts(await Run()).ShouldBe((1, 0, 1));

        var item = _campus.Attention.ShouldHaveSingleItem();
        item.Cause.ShouldBeOfType<UnknownLearner>();
        item.Count.ShouldBe(1);
        await _campus.Identities.Identify(OneInstitution.Id, item.Id, Student, default);
        await _campus.Work();
        _campus.Award.ShouldNotBeNull();
        Counts(await Run()).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task What_came_by_itself_and_waits_for_a_person_is_there_too()
    {
        await _campus.Deliver(OneInstitution.Assessed(91, student: "unknown", minute: 3));
        await _campus.Work();
        _first.Add(Told("unknown", 91));

        Counts(await Run()).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task A_run_without_some_courses_is_partial_and_says_which_and_why_and_the_next_completes()
    {
        _first.Add(Told(Student, 91));
        _second.Add(Told(Other, 88, SecondCourse));
        _campus.Outside.BeforeCourse = course =>
            course == SecondCourse ? new OutsideException(OutsideFault.Refused, "The LMS refused.") : null;

        var partial = await Run();
        partial.Reconciliation.State.ShouldBe(ReconciliationState.Partial);
        Counts(partial).ShouldBe((1, 1, 0));
        partial
            .Courses.Single(course => course.Failed)
            .ShouldSatisfyAllConditions(
                course => course.Course.Id.ShouldBe(SecondCourse),
                course => course.Error.ShouldBe("The LMS refused."));
        _campus
            .Attention.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                item => item.Cause.ShouldBeOfType<ReconciliationPartial>(),
                item => item.Detail.ShouldBe("EAU-2: The LMS refused."));

        _campus.Outside.BeforeCourse = _ => null;
        var next = await Run();
        next.Reconciliation.State.ShouldBe(ReconciliationState.Complete);
        Counts(next).ShouldBe((2, 1, 1));
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_course_of_a_silent_LMS_is_put_off_and_goes_on_where_it_was()
    {
        _first.AddRange(Enumerable.Range(0, 5).Select(i => Told(i % 2 == 0 ? Student : Other, 60 + i)));
        var calls = 0;
        _campus.Outside.BeforeCourse = course =>
            course == OneInstitution.Course && ++calls == 2 ? new OutsideException(OutsideFault.Unavailable, "down") : null;

        var begun = await Begin();
        await _campus.Work();
        var waiting = (await _campus.Reconcile.Find(OneInstitution.Id, "lms", begun.Id, default))!;
        waiting.Reconciliation.State.ShouldBe(ReconciliationState.Running);
        waiting
            .Courses.Single(course => course.Error is not null)
            .ShouldSatisfyAllConditions(course => course.Found.ShouldBe(2), course => course.Failed.ShouldBeFalse());

        await _campus.Pass(TimeSpan.FromMinutes(5));
        var report = (await _campus.Reconcile.Find(OneInstitution.Id, "lms", begun.Id, default))!;
        report.Reconciliation.State.ShouldBe(ReconciliationState.Complete);
        Counts(report).ShouldBe((5, 5, 0));
        calls.ShouldBe(4);
    }

    [Fact]
    public async Task An_outage_that_lasts_ends_in_a_partial_run()
    {
        _first.Add(Told(Student, 91));
        _campus.Outside.BeforeCourse = _ => new OutsideException(OutsideFault.Unavailable, "down");

        var begun = await Begin();
        await _campus.Pass(TimeSpan.FromHours(12));

        var report = (await _campus.Reconcile.Find(OneInstitution.Id, "lms", begun.Id, default))!;
        report.Reconciliation.State.ShouldBe(ReconciliationState.Partial);
        report.Courses.ShouldAllBe(course => course.Failed);
        _campus.Attention.Select(item => item.Cause).ShouldBe([new SystemDown(), new ReconciliationPartial()], ignoreOrder: true);
    }

    [Fact]
    public async Task An_offering_whose_course_the_LMS_does_not_know_is_told()
    {
        _campus.Outside.Courses.Remove(_campus.Outside.Courses.Keys.Single(course => course.Id == SecondCourse));

        var report = await Run();

        report.Reconciliation.State.ShouldBe(ReconciliationState.Partial);
        report.Courses.Single(course => course.Failed).Why!.En.ShouldContain("knows no course");
    }

    [Fact]
    public async Task Every_terms_course_of_an_offering_is_asked_for()
    {
        var campus = new Campus(
            Institution(new Offering("lms", "EAU130-{term}", "7101") { Terms = Offering.PatternOf("EAU130-{term}", @"\d{4}(H|E|A)") }));
        campus.Outside.Courses[new("1", ["1", "EAU130-2026A"])] = [Told(Student, 91) with { Courses = ["1", "EAU130-2026A"] }];
        campus.Outside.Courses[new("2", ["2", "EAU130-2026E"])] = [Told(Other, 50) with { Courses = ["2", "EAU130-2026E"] }];
        campus.Outside.Courses[new("3", ["3", "EAU130-essai"])] = [Told(Other, 99) with { Courses = ["3", "EAU130-essai"] }];

        var begun = await campus.Reconcile.Begin(OneInstitution.Id, "lms", Graded.AddDays(-1), default);
        await campus.Work();

        var report = (await campus.Reconcile.Find(OneInstitution.Id, "lms", begun!.Id, default))!;
        report.Courses.Select(course => course.Course.Id).ShouldBe(["1", "2"], ignoreOrder: true);
        Counts(report).ShouldBe((2, 2, 0));
        campus.Award.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_erased_learner_is_not_taken_in_again()
    {
        _first.Add(Told(Student, 91));
        var learner = new LookupKey("a pepper for tests only").OfPerson($"person-{Student}");
        await _campus.Erased.Save(
            new Core.Erasure.Erasure
            {
                Institution = OneInstitution.Id,
                Learner = learner,
                Asked = Graded.AddMinutes(30),
                Done = Graded.AddMinutes(31),
            },
            default);

        var begun = await Begin();
        await _campus.WorkOnce();
        await _campus.WorkOnce();

        Counts((await _campus.Reconcile.Find(OneInstitution.Id, "lms", begun.Id, default))!).ShouldBe((1, 0, 1));
        var queued = new[] { _campus.Take(), _campus.Take() };
        queued.ShouldContain(message => message.Envelope.Message is EraseLearner);
    }

    [Fact]
    public async Task A_learner_who_came_back_after_an_erasure_is_not_erased_by_what_is_older()
    {
        await _campus.Deliver(OneInstitution.Assessed(95, "a-new-event"));
        await _campus.Work();
        _first.Add(Told(Student, 91));
        await _campus.Erased.Save(
            new Core.Erasure.Erasure
            {
                Institution = OneInstitution.Id,
                Learner = _campus.Award!.Learner,
                Asked = Graded.AddMinutes(30),
                Done = Graded.AddMinutes(31),
            },
            default);

        var begun = await Begin();
        await _campus.WorkOnce();
        await _campus.WorkOnce();

        Counts((await _campus.Reconcile.Find(OneInstitution.Id, "lms", begun.Id, default))!).ShouldBe((1, 0, 1));
        while (_campus.Waiting > 0)
            _campus.Take().Envelope.Message.ShouldNotBeOfType<EraseLearner>();
    }

    [Fact]
    public async Task A_message_that_comes_twice_counts_once()
    {
        _first.Add(Told(Student, 91));
        await Begin();
        await _campus.WorkOnce();
        await _campus.WorkAndDie();
        await _campus.Work();

        Counts(
                (
                    await _campus.Reconcile.Find(
                        OneInstitution.Id,
                        "lms",
                        (await _campus.Reconcile.Latest(OneInstitution.Id, "lms", default)).Single().Id,
                        default))!)
            .ShouldBe((1, 1, 0));
        _campus.Dossier.Evidence.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("nowhere", "lms")]
    [InlineData(OneInstitution.Id, "other")]
    public async Task Only_a_source_with_an_API_can_be_reconciled(string institution, string source) =>
        (await _campus.Reconcile.Begin(institution, source, null, default)).ShouldBeNull();

    private async Task<Core.Reconciliation.Reconciliation> Begin() =>
        (await _campus.Reconcile.Begin(OneInstitution.Id, "lms", null, default)).ShouldNotBeNull();

    private Task<ReconciliationReport> Run() => Reconciled.Run(_campus, Graded.AddDays(-1));
}
