using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Reconciliation;

/// <summary>Whether what an LMS tells when asked is what it reported itself.</summary>
public sealed class MeaningTests
{
    private static readonly Completion Told = Reconciled.Told("900100001", 91);
    private static readonly Completion Finished = Reconciled.Told("900100001", null);

    [Theory]
    [InlineData(60, true)]
    [InlineData(-60, true)]
    [InlineData(61, false)]
    [InlineData(-61, false)]
    public void A_result_is_the_same_within_an_hour(int minutes, bool isSame) =>
        Told.IsSaidBy(Reported(Told with { EventId = "event", At = Told.At.AddMinutes(minutes) })).ShouldBe(isSame);

    [Theory]
    [InlineData(48, true)]
    [InlineData(-48, true)]
    [InlineData(49, false)]
    public void A_completed_course_is_the_same_within_two_days(int hours, bool isSame) =>
        Finished.IsSaidBy(Reported(Finished with { EventId = "event", At = Finished.At.AddHours(hours) })).ShouldBe(isSame);

    [Fact]
    public void What_was_found_before_is_the_same_whenever_it_is_found_again()
    {
        var found = CompletionEquivalence.Identified(Told);
        found.EventId.ShouldStartWith("reconciled-");
        CompletionEquivalence.Identified(Told with { EventId = "whatever" }).EventId.ShouldBe(found.EventId);
        found.IsSaidBy(Reported(found with { At = found.At.AddYears(1), Score = null })).ShouldBeTrue();
    }

    [Fact]
    public void Another_learner_course_assessment_attempt_result_kind_or_moment_is_another()
    {
        Completion[] all =
        [
            Told,
            Finished,
            Reconciled.Told("900100002", 91),
            Told with
            {
                Courses = ["other"],
            },
            Told with
            {
                Courses = [],
            },
            Told with
            {
                Assessment = "other",
            },
            Told with
            {
                Attempt = "2",
            },
            Told with
            {
                Score = new(90, 0, 100),
            },
            Told with
            {
                Score = new(91, 1, 100),
            },
            Told with
            {
                Score = new(91, 0, 110),
            },
            Told with
            {
                Score = null,
            },
            Told with
            {
                At = Told.At.AddTicks(1),
            },
            Told with
            {
                Learner = [],
            },
        ];
        all.Select(one => CompletionEquivalence.Identified(one).EventId).ShouldBeUnique();
        CompletionEquivalence
            .Identified(Told with { Score = new(91.0m, 0, 100) })
            .EventId.ShouldBe(CompletionEquivalence.Identified(Told).EventId);
    }

    [Fact]
    public void Another_result_assessment_course_or_kind_says_something_else()
    {
        foreach (var other in new[]
            {
                Told with
                {
                    Score = new(90, 0, 100),
                },
                Told with
                {
                    Score = null,
                },
                Told with
                {
                    Assessment = "other",
                },
                Told with
                {
                    Courses = ["other"],
                },
                Finished,
            })
            Told.IsSaidBy(Reported(other with { EventId = "event" })).ShouldBeFalse();
        (Told with { Score = null })
            .IsSaidBy(Reported(Told with { EventId = "event", Score = null }))
            .ShouldBeFalse("nothing is not a result");
        Told.IsSaidBy(Reported(Told with { EventId = "event", Score = new(182, 0, 200) })).ShouldBeTrue("the same share");
        Told.IsSaidBy(Reported(Told with { EventId = "event", Courses = [] })).ShouldBeTrue("an event may name no course");
        Told.IsSaidBy(Reported(Told with { EventId = "event", Courses = ["alias", OneInstitution.Course] }))
            .ShouldBeTrue("one name is enough");
    }

    [Fact]
    public void A_window_holds_its_first_moment_and_not_its_last()
    {
        var window = new Period(Told.At, Told.At.AddDays(1));
        window.Holds(Told.At.AddTicks(-1)).ShouldBeFalse();
        window.Holds(Told.At).ShouldBeTrue();
        window.Holds(Told.At.AddDays(1).AddTicks(-1)).ShouldBeTrue();
        window.Holds(Told.At.AddDays(1)).ShouldBeFalse();
    }

    private static Evidence Reported(Completion completion) => Evidence.Of(completion, "lms", "payload");
}
