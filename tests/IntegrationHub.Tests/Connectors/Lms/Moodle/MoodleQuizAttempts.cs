using System.Globalization;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
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
    private bool _isHidden;
    private IReadOnlyList<BilingualText> _unseen = [];

    [Theory]
    [InlineData(90)] // the highest, or the first
    [InlineData(60)] // the last
    [InlineData(75)] // the average, which is no attempt's
    public async Task Every_attempt_is_told_with_its_own_points_whatever_the_gradebook_makes_of_them(double graded) =>
        (await Told(graded, Wednesday)).Select(one => (one.Attempt, one.Score!.Percent, one.At))
            .ShouldBe([("71", 90, Monday), ("72", 60, Wednesday)]);

    [Fact]
    public async Task An_attempt_that_waits_for_its_teacher_has_no_points_and_is_not_told()
    {
        _attempts = [Attempt(71, 36, Monday), Attempt(72, null, Wednesday)];

        (await Told(graded: 90, Wednesday)).ShouldHaveSingleItem().Attempt.ShouldBe("71");
    }

    [Fact]
    public async Task A_grade_that_the_learner_does_not_see_is_not_told_nor_are_its_attempts()
    {
        _isHidden = true;

        (await Told(graded: 90, Wednesday)).ShouldBeEmpty();
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
    public async Task What_a_teacher_wrote_over_it_stands_for_every_attempt() =>
        (await Told(graded: 85, Wednesday.AddDays(1), isOverridden: true)).Select(one => (one.Attempt, one.Score!.Percent, one.At))
            .ShouldBe([("71", 85, Wednesday.AddDays(1)), ("72", 85, Wednesday.AddDays(1))]);

    [Fact]
    public async Task A_quiz_that_the_token_may_not_see_is_named_and_no_silence()
    {
        _quizzes = [];

        (await Told(graded: 90, Wednesday)).ShouldBeEmpty();

        _unseen.ShouldHaveSingleItem().En.ShouldBe(
            $"Moodle does not show the quiz of {Quiz}: its attempts were not compared; give the token’s user mod/quiz:view.");
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
        var part = await moodle.Hub.Api("moodle").Read(paced, inquiry, cursor: null, TestContext.Current.CancellationToken);
        _unseen = part.Unseen;
        return part.Completions;
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
                            gradedategraded = at.ToUnixTimeSeconds(), gradeishidden = _isHidden, gradeisoverridden = isOverridden,
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

    private static object Attempt(long id, double? points, DateTimeOffset at) =>
        new { id, sumgrades = points, timefinish = at.ToUnixTimeSeconds(), timemodified = at.ToUnixTimeSeconds() };
}
