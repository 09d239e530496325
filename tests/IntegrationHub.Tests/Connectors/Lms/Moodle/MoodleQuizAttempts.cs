using System.Globalization;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Testing.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Moodle;

/// <summary>A quiz that was taken more than once has one grade in Moodle's gradebook: which attempt it is told of.</summary>
public sealed class MoodleQuizAttempts(Connectors.Campus campus) : IClassFixture<Connectors.Campus>
{
    private const string Quiz = "/mod/quiz/view.php?id=421";
    private const long User = 31, Instance = 1421;
    private static readonly DateTimeOffset Monday = new(2026, 11, 9, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Wednesday = Monday.AddDays(2);

    private object[] _attempts = [Attempt(71, 36, Monday), Attempt(72, 24, Wednesday)];
    private object[] _quizzes = [new { id = 7, sumgrades = 10.0 }, new { id = Instance, sumgrades = 40.0 }];
    private int _quizzesAsked;

    [Fact]
    public async Task The_highest_of_two_grades_is_the_attempt_s_that_earned_it_when_it_earned_it() =>
        (await Told(graded: 90, Wednesday)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.Attempt.ShouldBe("71"),
            one => one.Score!.Percent.ShouldBe(90),
            one => one.At.ShouldBe(Monday));

    [Fact]
    public async Task The_first_of_two_grades_is_not_told_of_the_second_attempt()
    {
        _attempts = [Attempt(71, 24, Monday), Attempt(72, 36, Wednesday)];

        (await Told(graded: 60, Wednesday)).ShouldHaveSingleItem().Attempt.ShouldBe("71");
    }

    [Fact]
    public async Task The_last_grade_is_the_last_attempt_s()
    {
        (await Told(graded: 60, Wednesday)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.Attempt.ShouldBe("72"),
            one => one.At.ShouldBe(Wednesday));
    }

    [Fact]
    public async Task An_average_is_no_attempt_s_grade_and_is_not_told() => (await Told(graded: 75, Wednesday)).ShouldBeEmpty();

    [Fact]
    public async Task Of_attempts_with_the_same_grade_it_is_the_latest()
    {
        _attempts = [Attempt(71, 26.66667, Monday), Attempt(72, 26.66667, Wednesday)];

        (await Told(graded: 66.66668, Wednesday)).ShouldHaveSingleItem().Attempt.ShouldBe("72");
    }

    [Fact]
    public async Task The_grade_of_an_only_attempt_is_its_own_whatever_it_is_made_of()
    {
        _attempts = [Attempt(71, 36, Monday)];

        (await Told(graded: 85, Wednesday)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.Attempt.ShouldBe("71"),
            one => one.At.ShouldBe(Wednesday));
        _quizzesAsked.ShouldBe(0);
    }

    [Fact]
    public async Task A_grade_without_attempts_is_told_of_none()
    {
        _attempts = [];

        (await Told(graded: 85, Wednesday)).ShouldHaveSingleItem().Attempt.ShouldBeNull();
    }

    [Fact]
    public async Task What_a_teacher_wrote_over_it_is_told_of_the_latest_attempt()
    {
        (await Told(graded: 85, Wednesday.AddDays(1), isOverridden: true)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.Attempt.ShouldBe("72"),
            one => one.At.ShouldBe(Wednesday.AddDays(1)));
    }

    [Fact]
    public async Task A_quiz_that_the_token_may_not_see_is_a_failure_and_no_silence()
    {
        _quizzes = [];

        var fault = await Should.ThrowAsync<OutsideException>(() => Told(graded: 90, Wednesday));

        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.Message.ShouldBe(
            $"Moodle does not show the quiz of {Quiz} to the token of this connection: which attempt its grades stand for cannot be told.");
    }

    private async Task<IReadOnlyList<Completion>> Told(double graded, DateTimeOffset at, bool isOverridden = false)
    {
        await using var moodle = await Vendor.Start(app =>
            app.MapPost("/webservice/rest/server.php", (HttpRequest request) => Answer(request.Form, graded, at, isOverridden)));
        var (storage, pipeline) = (new InMemoryStorage(), new IntegrationHub.Testing.Pipeline.Campus());
        var gateway = new OutboundGateway(
            new(storage, new(), TimeProvider.System),
            new AttentionRaiser(storage, new(storage, storage, pipeline, TimeProvider.System), pipeline, TimeProvider.System),
            TimeProvider.System);
        var paced = new PacedConnection(gateway, campus.Institution, moodle.Instead(campus.Api("moodle")) with { Rate = 1000 });
        var inquiry = new Inquiry(new("21", ["21"]), [Quiz], new(Monday.AddDays(-1), Monday.AddDays(7)));
        return (await moodle.Hub.Api("moodle").Read(paced, inquiry, cursor: null, TestContext.Current.CancellationToken)).Completions;
    }

    private object Answer(IFormCollection form, double graded, DateTimeOffset at, bool isOverridden) => form["wsfunction"].ToString() switch
    {
        "core_enrol_get_enrolled_users" => new[] { new { id = User, idnumber = "900100001" } },
        "core_completion_get_course_completion_status" => new { completionstatus = new { completed = false } },
        "gradereport_user_get_grade_items" => new
        {
            usergrades = new[]
            {
                new
                {
                    userid = User,
                    gradeitems = new[]
                    {
                        new
                        {
                                itemtype = "mod",
                                itemmodule = "quiz",
                                iteminstance = Instance,
                                cmid = 421,
                                graderaw = graded,
                                grademin = 0,
                                grademax = 100,
                            gradedategraded = at.ToUnixTimeSeconds(), gradeishidden = false, gradeisoverridden = isOverridden,
                        },
                    },
                },
            },
        },
        "mod_quiz_get_user_attempts" when form["quizid"] == Instance.ToString(CultureInfo.InvariantCulture) => new { attempts = _attempts },
            "mod_quiz_get_quizzes_by_courses" when form["courseids[0]"] == "21" && Interlocked.Increment(ref _quizzesAsked) > 0 => new
            {
                quizzes = _quizzes,
            },
        _ => new { exception = "moodle_exception", errorcode = "accessexception" },
    };

    private static object Attempt(long id, double points, DateTimeOffset at) =>
        new { id, sumgrades = points, timefinish = at.ToUnixTimeSeconds(), timemodified = at.ToUnixTimeSeconds() };
}
