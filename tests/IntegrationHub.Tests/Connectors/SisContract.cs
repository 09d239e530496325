using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.MicroCredentials;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Transcripts;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors;

/// <summary>What every SIS connector promises, against a double or a real system.</summary>
public abstract class SisContract
{
    internal abstract ISis Sis { get; }

    internal abstract Institution Institution { get; }

    internal abstract Connection Connection { get; }

    /// <summary>A student number that the SIS knows, and one that it does not.</summary>
    internal abstract (string Known, string Unknown) StudentNumbers { get; }

    /// <summary>A target where nobody has a grade yet; a fresh learner for each call.</summary>
    internal abstract TranscriptEntry FreshSectionGrade();

    internal abstract TranscriptEntry FreshNonCourse();

    /// <summary>The registrar rolls what was submitted.</summary>
    internal abstract Task Roll();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_known_student_number_leads_to_one_person()
    {
        var person = await Sis.FindPerson(Institution, Connection, StudentNumbers.Known, Cancellation);

        person.ShouldNotBeNull();
        person.PersonId.ShouldNotBeEmpty();
        person.StudentNumber.ShouldBe(StudentNumbers.Known);
        person.FamilyName.ShouldNotBeEmpty();
        person.Email.ShouldNotBeNull().ShouldContain("@");
    }

    [Fact]
    public async Task An_unknown_student_number_leads_to_nobody() =>
        (await Sis.FindPerson(Institution, Connection, StudentNumbers.Unknown, Cancellation)).ShouldBeNull();

    [Fact]
    public async Task A_submitted_grade_is_not_recorded_until_the_registrar_rolls_it()
    {
        var entry = FreshSectionGrade();

        var submitted = await Sis.Record(Institution, Connection, entry, Cancellation);
        submitted.Recorded.ShouldBeFalse();
        (await Sis.Confirm(Institution, Connection, entry, submitted.Reference, Cancellation)).Recorded.ShouldBeFalse();

        await Roll();
        (await Sis.Confirm(Institution, Connection, entry, submitted.Reference, Cancellation)).Recorded.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_grade_again_changes_nothing_and_is_success()
    {
        var entry = FreshSectionGrade();
        var first = await Sis.Record(Institution, Connection, entry, Cancellation);

        (await Sis.Record(Institution, Connection, entry, Cancellation)).ShouldBe(first);

        await Roll();
        (await Sis.Record(Institution, Connection, entry, Cancellation)).Recorded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_learner_without_registration_in_the_section_is_refused_with_a_remedy()
    {
        var entry = FreshSectionGrade();
        entry = entry with { Target = entry.Target with { Section = Guid.NewGuid().ToString() } };

        var fault = await Should.ThrowAsync<OutsideException>(() => Sis.Record(Institution, Connection, entry, Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.Message.ShouldContain("register the learner");
    }

    [Fact]
    public async Task A_non_course_record_is_on_the_record_at_once_and_only_once()
    {
        var entry = FreshNonCourse();

        var first = await Sis.Record(Institution, Connection, entry, Cancellation);
        first.Recorded.ShouldBeTrue();
        (await Sis.Record(Institution, Connection, entry, Cancellation)).ShouldBe(first);
    }

    internal static TranscriptEntry Entry(string person, RecordTarget target) =>
        new("award-1", person, target, new BilingualText("Analyse de l'eau", "Water sampling"), new(2026, 3, 1, 3, 0, 0, TimeSpan.Zero));
}
