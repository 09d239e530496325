using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Transcripts;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Sis;

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

    /// <summary>The grade that the SIS shows for an entry, on the transcript or submitted.</summary>
    internal abstract Task<string?> GradeOf(TranscriptEntry entry);

    /// <summary>The status of a non-course record.</summary>
    internal abstract Task<string?> StatusOf(TranscriptEntry entry);

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
    public async Task An_address_leads_to_the_persons_who_have_it_and_another_to_nobody()
    {
        var known = (await Sis.FindPerson(Institution, Connection, StudentNumbers.Known, Cancellation))!;

        (await Sis.FindByEmail(Institution, Connection, known.Email!.ToUpperInvariant(), Cancellation)).ShouldBe([known]);
        (await Sis.FindByEmail(Institution, Connection, "nobody@example.ca", Cancellation)).ShouldBeEmpty();
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_withdrawn_grade_takes_the_place_of_the_pass_once_and_is_adjusted_back(bool rolled)
    {
        var entry = FreshSectionGrade();
        var recorded = await Sis.Record(Institution, Connection, entry, Cancellation);
        if (rolled)
            await Roll();

        var withdrawn = (await Sis.Withdraw(Institution, Connection, entry, recorded.Reference, Cancellation)).ShouldNotBeNull();
        withdrawn.Recorded.ShouldBe(rolled);
        (await Sis.Withdraw(Institution, Connection, entry, null, Cancellation)).ShouldBe(withdrawn);
        (await GradeOf(entry)).ShouldBe(entry.Target.WithdrawnGrade);

        var back = await Sis.Record(Institution, Connection, entry, Cancellation);
        back.Recorded.ShouldBe(rolled);
        (await GradeOf(entry)).ShouldBe(entry.Target.Grade);
        (await Sis.Record(Institution, Connection, entry, Cancellation)).ShouldBe(back);
    }

    [Fact]
    public async Task A_withdrawn_grade_is_submitted_until_the_registrar_rolls_it()
    {
        var entry = FreshSectionGrade();
        await Sis.Record(Institution, Connection, entry, Cancellation);
        (await Sis.Withdraw(Institution, Connection, entry, null, Cancellation))!.Recorded.ShouldBeFalse();

        await Roll();

        (await Sis.Withdraw(Institution, Connection, entry, null, Cancellation))!.Recorded.ShouldBeTrue();
        (await GradeOf(entry)).ShouldBe(entry.Target.WithdrawnGrade);
    }

    [Fact]
    public async Task Where_nothing_was_ever_written_nothing_is_withdrawn()
    {
        (await Sis.Withdraw(Institution, Connection, FreshSectionGrade(), null, Cancellation)).ShouldBeNull();
        (await Sis.Withdraw(Institution, Connection, FreshNonCourse(), null, Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_withdrawn_grade_a_registrar_is_asked_and_the_pass_stands(bool rolled)
    {
        var entry = FreshSectionGrade();
        await Sis.Record(Institution, Connection, entry, Cancellation);
        if (rolled)
            await Roll();

        var fault = await Should.ThrowAsync<OutsideException>(() =>
            Sis.Withdraw(Institution, Connection, entry with { Target = entry.Target with { WithdrawnGrade = null } }, null, Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.Message.ShouldContain("withdrawnGrade");
        (await GradeOf(entry)).ShouldBe(entry.Target.Grade);
    }

    [Fact]
    public async Task A_non_course_record_is_withdrawn_by_its_status_and_gets_it_back()
    {
        var entry = FreshNonCourse();
        var first = await Sis.Record(Institution, Connection, entry, Cancellation);
        var status = await StatusOf(entry);

        (await Sis.Withdraw(Institution, Connection, entry, first.Reference, Cancellation)).ShouldBe(first);
        (await Sis.Withdraw(Institution, Connection, entry, null, Cancellation)).ShouldBe(first);
        (await StatusOf(entry)).ShouldNotBe(status);

        (await Sis.Record(Institution, Connection, entry, Cancellation)).ShouldBe(first);
        (await StatusOf(entry)).ShouldBe(status);
    }

    internal static TranscriptEntry Entry(string person, RecordTarget target) =>
        new("award-1", person, target, new BilingualText("Analyse de l'eau", "Water sampling"), new(2026, 3, 1, 3, 0, 0, TimeSpan.Zero));
}
