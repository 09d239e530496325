using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>What of a completion cannot be relied upon holds it where it could decide, and nowhere else.</summary>
public sealed class DoubtTests
{
    private static readonly Completion Unread = OneInstitution.Assessed(0) with
    {
        Score = null,
        Doubts = [new(DoubtKind.Score, "62,5")],
    };

    [Fact]
    public async Task An_unread_score_waits_for_a_person_and_takes_nothing_back()
    {
        var campus = new Campus();
        await Deliver(campus, OneInstitution.Assessed(91, "first"));
        await Deliver(campus, Unread with { EventId = "second", At = Unread.At.AddMinutes(1) });

        var item = campus.Attention.ShouldHaveSingleItem();
        item.Cause.ShouldBeOfType<UncertainResult>();
        item.Detail.ShouldBe("62,5");
        campus.Award!.State.ShouldBe(AwardState.Valid);
        campus.Dossier.Evidence.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("82,5", Outcome.Earned)]
    [InlineData("62.5 %", Outcome.NotYet)]
    [InlineData("réussi", Outcome.Earned)]
    [InlineData("fail", Outcome.NotYet)]
    public async Task A_person_says_what_counts_and_it_counts_under_the_events_own_id(string said, Outcome outcome)
    {
        var campus = new Campus();
        await Deliver(campus, Unread);

        (await campus.Doubts.Take(OneInstitution.Id, campus.Attention.Single().Id, said, default)).ShouldBe(DoubtVerdict.Settled);
        await campus.Work();

        campus.Attention.ShouldBeEmpty();
        campus.Dossier.Decision!.Outcome.ShouldBe(outcome);
        var evidence = campus.Dossier.Evidence.ShouldHaveSingleItem();
        evidence.EventId.ShouldBe(Unread.EventId);
        evidence.TakenResult.ShouldBe(said);
    }

    [Theory]
    [InlineData("151")]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("")]
    public async Task What_a_person_types_is_held_against_the_same_bound(string said)
    {
        var campus = new Campus();
        await Deliver(campus, Unread);

        (await campus.Doubts.Take(OneInstitution.Id, campus.Attention.Single().Id, said, default)).ShouldBe(DoubtVerdict.Unreadable);
        campus.Attention.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_discards_it_and_the_dossier_keeps_why()
    {
        var campus = new Campus();
        await Deliver(campus, Unread);
        var item = campus.Attention.Single().Id;

        (await campus.Doubts.Discard(OneInstitution.Id, item, " ", default)).ShouldBe(DoubtVerdict.Unreadable);
        (await campus.Doubts.Discard(OneInstitution.Id, item, "Typed by mistake", default)).ShouldBe(DoubtVerdict.Settled);
        await campus.Work();

        campus.Attention.ShouldBeEmpty();
        campus.Award.ShouldBeNull();
        campus.Dossier.Evidence.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => item.EventId.ShouldBe(Unread.EventId),
            item => item.Discarded.ShouldBe("Typed by mistake"));

        await Deliver(campus, Unread);
        campus.Attention.ShouldBeEmpty("what was discarded is not asked about again");
    }

    [Theory]
    [InlineData(910)]
    [InlineData(150.01)]
    [InlineData(-1)]
    public async Task A_score_that_cannot_be_believed_waits(double percent)
    {
        var campus = new Campus();
        await Deliver(campus, OneInstitution.Assessed((decimal)percent));

        campus.Attention.Single().Cause.ShouldBeOfType<UncertainResult>();
        campus.Award.ShouldBeNull();
    }

    [Fact]
    public async Task Bonus_points_are_believed()
    {
        var campus = new Campus();
        await Deliver(campus, OneInstitution.Assessed(150));

        campus.Award!.Decision.Percent.ShouldBe(150);
    }

    [Fact]
    public async Task A_stated_pass_counts_beside_a_doubtful_score_and_the_score_does_not()
    {
        var campus = new Campus();
        await Deliver(campus, Unread with { Passed = true }, OneInstitution.Assessed(910, "2", "900100002") with { Passed = true });

        campus.Attention.ShouldBeEmpty();
        campus.Storage.All.SelectMany(dossier => dossier.Awards).Select(award => award.Decision.Percent).ShouldBe([null, null]);
    }

    [Fact]
    public async Task So_does_a_course_whose_threshold_the_LMS_enforces_unless_the_pass_itself_is_doubtful()
    {
        var campus = new Campus(Stating(new Assessment(80, EnforcedByLms: true)));
        var course = Unread with { Kind = CompletionKind.Completed, Assessment = null };
        await Deliver(campus, course, Of("900100002", course with { EventId = "2", Doubts = [new(DoubtKind.Pass, "62")] }));

        campus.Award.ShouldNotBeNull();
        campus.Attention.Single().Detail.ShouldBe("62");
    }

    [Fact]
    public async Task Where_a_letter_or_a_score_decides_no_doubt_of_the_rest_holds_anything()
    {
        var letters = new Campus(Stating(new Assessment(80, EnforcedByLms: false) { PassingLetters = ["A"] }));
        await Deliver(letters, Unread with { Letter = "A" });
        letters.Award.ShouldNotBeNull();

        var words = new Campus();
        await Deliver(words, OneInstitution.Assessed(90) with { Doubts = [new(DoubtKind.Pass)] });
        words.Award.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(OneInstitution.Summative, false)]
    [InlineData("7102", true)]
    public async Task Where_components_are_named_only_a_doubt_of_one_holds(string assessment, bool isHeld)
    {
        var campus = new Campus(OneInstitution.Only with
        {
            MicroCredentials = new Dictionary<string, MicroCredential>
            {
                ["water-sampling"] = OneInstitution.WaterSampling with
                {
                    Assessment = new(80, EnforcedByLms: false) { Components = [new("practical", new("P", "P"))] },
                    Offerings =
                    [
                        new("lms", OneInstitution.Course, OneInstitution.Summative)
                        {
                            Components = new Dictionary<string, string> { ["practical"] = "7102" },
                        },
                    ],
                },
            },
        });
        await Deliver(campus, Unread with { Assessment = assessment });

        campus.Attention.Count.ShouldBe(isHeld ? 1 : 0);
    }

    [Fact]
    public async Task A_letter_that_compares_with_nothing_is_told()
    {
        var campus = new Campus();
        await Deliver(campus, Unread with { Letter = "B", Doubts = [] });

        campus.Attention.Single().Cause.ShouldBeOfType<UncertainResult>();
    }

    [Fact]
    public async Task What_takes_back_is_never_doubted()
    {
        var campus = new Campus();
        await Deliver(campus, OneInstitution.Assessed(91, "first"));
        await Deliver(campus, Unread with
        {
            EventId = "second",
            Kind = CompletionKind.Undone,
            Doubts = [new(DoubtKind.Score)],
            At = campus.Time.GetUtcNow().AddYears(9),
        });

        campus.Attention.Single().Cause.ShouldBeOfType<RegradeBelowThreshold>();
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2014-12-31T12:00:00Z")]
    public async Task A_time_that_cannot_be_waits_and_a_person_says_the_day(string at)
    {
        var campus = new Campus();
        await Deliver(campus, OneInstitution.Assessed(91) with { At = DateTimeOffset.Parse(at, null) });
        var item = campus.Attention.Single();
        item.Cause.ShouldBeOfType<UncertainTime>();

        (await campus.Doubts.Take(OneInstitution.Id, item.Id, "2027-01-01", default)).ShouldBe(DoubtVerdict.Unreadable);
        await campus.Doubts.Take(OneInstitution.Id, item.Id, "2026-10-30", default);
        await campus.Work();

        OneInstitution.Only.DayOf(campus.Award!.Earned).ShouldBe(new DateOnly(2026, 10, 30));
    }

    [Fact]
    public async Task What_is_older_than_the_records_enters_by_a_persons_word()
    {
        var campus = new Campus();
        var at = new DateTimeOffset(2009, 5, 4, 12, 0, 0, TimeSpan.Zero);
        await Deliver(campus, OneInstitution.Assessed(91) with { At = at });

        await campus.Doubts.Take(OneInstitution.Id, campus.Attention.Single().Id, null, default);
        await campus.Work();

        campus.Award!.Earned.ShouldBe(at);
        campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_time_is_held_against_the_first_arrival_however_late_it_is_tried_again()
    {
        var campus = new Campus();
        await Deliver(campus, OneInstitution.Assessed(91) with { At = campus.Time.GetUtcNow().AddDays(3) });
        await campus.Pass(TimeSpan.FromDays(5));

        await campus.Desk.Retry(OneInstitution.Id, campus.Attention.Single().Id, default);
        await campus.Work();

        campus.Attention.Single().Cause.ShouldBeOfType<UncertainTime>();
        campus.Award.ShouldBeNull();
    }

    private static Completion Of(string student, Completion completion) =>
        completion with { Learner = [new(LearnerReferenceKind.StudentNumber, student)] };

    private static Institution Stating(Assessment assessment) => OneInstitution.Only with
    {
        MicroCredentials = new Dictionary<string, MicroCredential>
        {
            ["water-sampling"] = OneInstitution.WaterSampling with { Assessment = assessment },
        },
    };

    private static async Task Deliver(Campus campus, params Completion[] completions)
    {
        await campus.Deliver(completions);
        await campus.Work();
    }
}
