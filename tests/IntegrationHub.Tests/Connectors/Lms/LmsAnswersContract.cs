using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Outside;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>What every LMS's API tells when it is asked for what never came; each test has a course of its own.</summary>
public abstract class LmsAnswersContract(CampusThatSends sending) : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2026, 11, 12, 15, 4, 5, TimeSpan.Zero);
    private static readonly Period November = new(new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>Name of the LMS: the API's kind, and its path in the sandbox.</summary>
    protected abstract string Lms { get; }

    /// <summary>What sends its events in the sandbox.</summary>
    protected abstract string Sender { get; }

    protected abstract string CourseId(int course);

    protected abstract string Assessment(int course);

    internal Connectors.Campus Campus => sending.Campus;

    /// <summary>What the LMS did not show.</summary>
    protected List<string> Unseen { get; } = [];

    private ILmsApi Api => Campus.Hub.Api(Lms);

    private Source Source => Campus.Institution.Sources[Lms];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        await Campus.Heal();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Completions_and_grades_of_the_window_are_told_with_every_name_of_the_learner()
    {
        await Lose(0, learner: 0, score: null);
        await Lose(0, learner: 1, score: 85);
        await Lose(0, learner: 2, score: 85, at: November.Until);
        await Lose(0, learner: 3, score: null, at: November.Since.AddSeconds(-1));

        var told = await Read(0);

        told.Count.ShouldBe(2);
        told.Single(one => one.Kind == CompletionKind.Completed)
            .ShouldSatisfyAllConditions(
                one => one.At.ShouldBe(At),
                one => one.Assessment.ShouldBeNull(),
                one => one.Courses[0].ShouldBe(CourseId(0)),
                one => one.Learner.Single(reference => reference.Kind == LearnerReferenceKind.StudentNumber).Value.ShouldBe("900100001"),
                one =>
                    one.Learner.Select(reference => reference.Kind)
                        .ShouldBe([
                            LearnerReferenceKind.StudentNumber,
                            LearnerReferenceKind.LmsId,
                            LearnerReferenceKind.Login,
                            LearnerReferenceKind.Email,
                        ]));
        told.Single(one => one.Kind == CompletionKind.Assessed)
            .ShouldSatisfyAllConditions(
                one => one.At.ShouldBe(At),
                one => one.Assessment.ShouldBe(Assessment(0)),
                one => one.Score!.Percent.ShouldBe(85));
    }

    [Fact]
    public async Task A_course_of_many_learners_is_read_to_its_end()
    {
        for (var learner = 0; learner < 14; learner++)
            await Lose(1, learner, 70 + learner);

        (await Read(1))
            .Select(one => one.Score!.Percent)
            .ShouldBe(Enumerable.Range(70, 14).Select(percent => (decimal?)percent), ignoreOrder: true);
    }

    [Fact]
    public async Task What_an_event_says_and_what_the_API_tells_is_the_same()
    {
        var events = new List<Completion>();
        foreach (var score in new decimal?[] { 91, null })
            events.AddRange(
                Campus
                    .Hub.Lms(Source.Kind)
                    .Read(
                        Source,
                        await sending.Send(
                            Sender,
                            new JsonObject
                            {
                                ["learner"] = "900100001",
                                ["course"] = Code(2),
                                ["score"] = score,
                            }))
                    .Completions);

        var told = await Read(2, new(TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddHours(1)));

        events.Count.ShouldBe(2);
        told.Count.ShouldBe(2);
        foreach (var one in told)
            events.ShouldContain(known => one.IsSaidBy(Evidence.Of(known, Source.Name, "payload")) && known.Attempt == one.Attempt);
    }

    [Fact]
    public async Task A_course_is_found_by_its_id_and_courses_by_a_part_of_their_code()
    {
        (await Api.FindCourses(Line(), CourseId(3), isWhole: true, Cancellation)).ShouldHaveSingleItem().Names.ShouldContain(Code(3));
        (await Api.FindCourses(Line(), "no-such-course", isWhole: true, Cancellation)).ShouldBeEmpty();
        (await Api.FindCourses(Line(), Code(3), isWhole: false, Cancellation)).ShouldHaveSingleItem().Id.ShouldBe(CourseId(3));
    }

    [Fact]
    public async Task An_outage_in_the_middle_is_told_and_not_taken_for_the_end()
    {
        await Campus.Fail(
            new
            {
                system = Lms,
                effect = "status",
                status = 503,
            });

        (await Should.ThrowAsync<OutsideException>(() => Read(4))).Fault.ShouldBe(OutsideFault.Unavailable);
    }

    [Fact]
    public async Task Another_answer_than_a_list_is_no_empty_list()
    {
        await Campus.Fail(new { system = Lms, effect = "lie" });

        var fault = await Record.ExceptionAsync(() => Read(4));

        (fault is OutsideException || Unseen.Count > 0).ShouldBeTrue($"{fault}");
    }

    [Fact]
    public void What_the_hub_keeps_of_it_is_read_again_as_it_was()
    {
        var completion = OneInstitution.Assessed(91) with { Attempt = "71", Courses = ["501", "2026A.RCR101.01"] };
        var form = Campus.Hub.Get<IReconciledForm>();

        var stored = form.Write("canvas", completion, At);
        var read = new Readers([form]).Read(Source, stored).Completions.ShouldHaveSingleItem();

        read.Learner.ShouldBe(completion.Learner);
        read.Courses.ShouldBe(completion.Courses);
        read.ShouldBe(completion with { Learner = read.Learner, Courses = read.Courses, Doubts = read.Doubts });
    }

    private PacedConnection Line()
    {
        var (storage, campus) = (new InMemoryStorage(), new IntegrationHub.Testing.Pipeline.Campus());
        var gateway = new OutboundGateway(
            new(storage, new(), TimeProvider.System),
            new AttentionRaiser(storage, new(storage, storage, campus, TimeProvider.System), campus, TimeProvider.System),
            TimeProvider.System);
        return new(gateway, Campus.Institution, Campus.Api(Lms) with { Rate = 1000 });
    }

    protected async Task<IReadOnlyList<Completion>> Read(int course, Period? window = null)
    {
        var found = new List<Completion>();
        await Read(course, [Assessment(course)], found, window);
        return found;
    }

    protected async Task Read(int course, string[] assessments, List<Completion> found, Period? window = null)
    {
        var paced = Line();
        string? cursor = null;
        do
        {
            var part = await Api.Read(
                paced,
                new(new(CourseId(course), [CourseId(course), Code(course)]), assessments, window ?? November),
                cursor,
                Cancellation);
            found.AddRange(part.Completions);
            Unseen.AddRange(part.Unseen.Select(text => text.En));
            cursor = part.Next;
        } while (cursor is not null);
    }

    protected async Task Lose(int course, int learner, decimal? score, DateTimeOffset? at = null) =>
        (
            await Campus.Http.PostAsJsonAsync(
                $"lose/{Lms}",
                new
                {
                    learner = Campus.Learner(learner)["email"]!.ToString(),
                    course = Code(course),
                    score,
                    at = at ?? At,
                },
                Cancellation)).EnsureSuccessStatusCode();

    private string Code(int course) => Campus.Course(course)["code"]!.ToString();
}

public sealed class CanvasAnswersOnTheSandbox(CampusThatSends sending) : LmsAnswersContract(sending), IClassFixture<CampusThatSends>
{
    protected override string Lms => "canvas";

    protected override string Sender => "canvas";

    protected override string CourseId(int course) => Campus.Course(course)["canvasId"]!.ToString();

    protected override string Assessment(int course) => Campus.Course(course)["assignmentId"]!.ToString();

    [Fact]
    public async Task An_assignment_that_Canvas_does_not_list_is_named_when_all_else_of_the_course_is_told()
    {
        for (var learner = 0; learner < 7; learner++)
            await Lose(3, learner, 80);
        await Lose(3, learner: 0, score: null);
        var told = new List<Completion>();

        var fault = await Should.ThrowAsync<OutsideException>(() => Read(3, ["424242", Assessment(3), "outcome:97"], told));

        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.Message.ShouldBe("Canvas lists no published assignment 424242 in this course; all else of the course was compared.");
        told.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Results_of_outcomes_are_not_asked_for()
    {
        await Lose(4, learner: 0, score: null);
        await Lose(4, learner: 1, score: 80);
        var told = new List<Completion>();

        await Read(4, ["outcome:97"], told);

        told.ShouldHaveSingleItem().Kind.ShouldBe(CompletionKind.Completed);
    }

    [Fact]
    public async Task A_credential_that_may_not_see_grades_is_no_unknown_assignment()
    {
        await Campus.Fail(
            new
            {
                system = "canvas",
                effect = "status",
                status = 403,
                path = "submissions",
            });

        (await Should.ThrowAsync<OutsideException>(() => Read(4, [Assessment(4)], []))).Fault.ShouldBe(OutsideFault.Unauthorised);
    }
}

public sealed class MoodleAnswersOnTheSandbox(CampusThatSends sending) : LmsAnswersContract(sending), IClassFixture<CampusThatSends>
{
    protected override string Lms => "moodle";

    protected override string Sender => "moodle";

    protected override string CourseId(int course) => Campus.Course(course)["moodleId"]!.ToString();

    protected override string Assessment(int course) => $"/mod/quiz/view.php?id={Campus.Course(course)["quizCmid"]}";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Desk(new { missing = Array.Empty<string>() });
    }

    [Theory]
    [InlineData("report/completion:view", "Moodle refuses core_completion_get_course_completion_status (cannotviewreport): "
        + "give the token’s user report/completion:view.", 1)]
    [InlineData("moodle/grade:viewall", "Moodle refuses gradereport_user_get_grade_items (nopermissiontoviewgrades): "
        + "give the token’s user gradereport/user:view and moodle/grade:viewall.", 1)]
    [InlineData("mod/quiz:viewreports", "Moodle refuses mod_quiz_get_user_attempts (nopermissions): "
        + "give the token’s user mod/quiz:view and mod/quiz:viewreports.", 1)]
    [InlineData("moodle/course:viewparticipants", "Moodle refuses core_enrol_get_enrolled_users (nopermissions): "
        + "give the token’s user moodle/course:viewparticipants.", 0)]
    [InlineData("moodle/user:viewalldetails",
        "Moodle shows no ID number, user name or address: give the token’s user moodle/user:viewalldetails.", 2)]
    public async Task What_a_right_hides_is_named_with_the_right_and_all_else_is_told(string right, string unseen, int told)
    {
        await Lose(5, learner: 0, score: null);
        await Lose(5, learner: 1, score: 80);
        await Desk(new { missing = new[] { right } });

        (await Read(5)).DistinctBy(one => one.Kind).Count().ShouldBe(told);

        Unseen.Distinct().ShouldBe([unseen]);
    }

    [Theory]
    [InlineData("mod/quiz:view")]
    [InlineData("moodle/course:viewhiddenactivities")]
    public async Task An_activity_that_Moodle_leaves_out_is_named_and_no_nought(string right)
    {
        await Lose(6, learner: 0, score: null);
        await Lose(6, learner: 1, score: 80);
        await Desk(new { missing = new[] { right } });

        (await Read(6)).DistinctBy(one => one.Kind).ShouldHaveSingleItem().Kind.ShouldBe(CompletionKind.Completed);

        Unseen.ShouldHaveSingleItem().ShouldStartWith($"Moodle does not show {Assessment(6)}: if the offering names it rightly, give");
    }

    [Theory]
    [InlineData("marking", 0)]
    [InlineData("hidden", 0)]
    [InlineData("ungraded", 0)]
    [InlineData("released", 1)]
    public async Task A_grade_that_is_not_released_is_not_told(string state, int told)
    {
        await Lose(7, learner: 2, score: 80);
        await Desk(new { course = CourseId(7), learner = Campus.Learner(2)["email"]!.ToString(), state });

        (await Read(7)).DistinctBy(one => one.Kind).Count().ShouldBe(told);
        Unseen.ShouldBeEmpty();
    }

    private async Task Desk(object work) =>
        (await Campus.Http.PostAsJsonAsync("moodle/desk", work, Cancellation)).EnsureSuccessStatusCode();
}
