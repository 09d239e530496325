using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Telemetry;
using IntegrationHub.Testing.Pipeline;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Intake;

/// <summary>What is kept of an event's name, which its sender is free to choose; and which deliveries show that a source lives.</summary>
public sealed class EventNameTests
{
    private static readonly string Sixty = new('x', 60);

    [Theory]
    [InlineData(@"core\event\course_completed", true)]
    [InlineData("https://w3id.org/xapi/dod-isd/verbs/passed", true)]
    [InlineData("grade_change.v1-2", true)]
    [InlineData("quiz_1234", true)]
    [InlineData("quiz_12345", false)]
    [InlineData("1234a1234", true)]
    [InlineData("maelle@example.ca", false)]
    [InlineData("Maëlle", false)]
    [InlineData("two words", false)]
    public void A_name_that_could_be_a_person_s_is_other(string name, bool isKept) =>
        EventNames.Label([name]).ShouldBe(isKept ? name : "other");

    [Fact]
    public void A_name_is_kept_up_to_sixty_letters()
    {
        EventNames.Label([Sixty]).ShouldBe(Sixty);
        EventNames.Label([Sixty + "x"]).ShouldBe("other");
    }

    [Fact]
    public void Three_names_are_shown_the_commonest_first_and_the_rest_is_a_number()
    {
        EventNames.Label([]).ShouldBeNull();
        EventNames.Label(["a", "b", new("b", 2), "c"]).ShouldBe("b ×3, a, c");
        EventNames.Label(["a", new("b", 4), new("c", 3), new("d", 2), "e"]).ShouldBe("b ×4, c ×3, d ×2, +2");
    }

    [Theory]
    [InlineData(IntakeVerdict.Accepted, true)]
    [InlineData(IntakeVerdict.Ignored, true)]
    [InlineData(IntakeVerdict.Known, true)]
    [InlineData(IntakeVerdict.Conflict, true)]
    [InlineData(IntakeVerdict.Unreadable, true)]
    [InlineData(IntakeVerdict.Refused, false)]
    [InlineData(IntakeVerdict.TooMany, false)]
    [InlineData(IntakeVerdict.TooLarge, false)]
    [InlineData(IntakeVerdict.Unpackable, false)]
    [InlineData(IntakeVerdict.PutOff, false)]
    public void Only_what_the_source_itself_proved_and_no_test_shows_that_it_lives(IntakeVerdict verdict, bool lives)
    {
        var now = new DateTimeOffset(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);
        var journal = new DeliveryJournal(new FakeTimeProvider(now));
        journal.Note(OneInstitution.Id, "tested", "abc", new(verdict));
        journal.Note(OneInstitution.Id, "heard", null, new(verdict));

        journal.Newest(OneInstitution.Id, "tested", new()).LastHeard.ShouldBeNull();
        journal.Newest(OneInstitution.Id, "heard", new()).LastHeard.ShouldBe(lives ? now : null);
    }

    [Fact]
    public void Of_a_completion_the_names_of_events_and_their_number_are_kept_and_of_a_test_nothing()
    {
        var reading = new Reading
        {
            Completions = [OneInstitution.Assessed(91), OneInstitution.Assessed(92, "event-2")],
            Ignored = ["viewed"],
            Fault = "odd",
        };
        JournalEntry
            .Of(DateTimeOffset.UnixEpoch, null, new(IntakeVerdict.Accepted, "tracking", reading) { Admission = Admission.Wrong })
            .Delivery()
            .ShouldBe(
                new()
                {
                    At = DateTimeOffset.UnixEpoch,
                    Verdict = IntakeVerdict.Accepted,
                    Admission = Admission.Wrong,
                    What = "grade_change ×2, viewed",
                    Completions = 2,
                    Why = "odd",
                    TrackingId = "tracking",
                });
        JournalEntry
            .Of(DateTimeOffset.UnixEpoch, "abc", new(IntakeVerdict.Ignored, "tracking", reading))
            .Delivery()
            .ShouldBe(
                new()
                {
                    At = DateTimeOffset.UnixEpoch,
                    Verdict = IntakeVerdict.Ignored,
                    Why = "odd",
                    TrackingId = "abc",
                    IsTest = true,
                });
        JournalEntry.Of(DateTimeOffset.UnixEpoch, null, new(IntakeVerdict.Refused)).Delivery().What.ShouldBeNull();
    }
}
