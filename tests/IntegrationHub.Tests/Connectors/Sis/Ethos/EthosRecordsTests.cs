using System.Text.Json.Nodes;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Transcripts;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Sis.Ethos;

/// <summary>Each form of record and each thing that happens to it, held against what stands in the SIS afterwards.</summary>
public sealed class EthosRecordsTests(Campus campus) : IClassFixture<Campus>, IAsyncLifetime
{
    private const string Submitted = "submitted", Rolled = "rolled", NonCourse = "non-course";
    private const string Entered = "2026-02-28", Renewed = "2028-02-29";

    private static int Fresh = -1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ISis Sis => campus.Hub.Sis("ethos");

    private Institution Institution => campus.Institution;

    private Connection Connection => campus.Connection(ConnectionRole.Sis);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await campus.Heal();

    [Theory]
    [InlineData(Submitted, "enter", null, "P submitted")]
    [InlineData(Rolled, "enter", null, "P recorded")]
    [InlineData(NonCourse, "enter", null, $"CO {Entered}")]
    [InlineData(Submitted, "replay", null, "P submitted")]
    [InlineData(Rolled, "replay", null, "P recorded")]
    [InlineData(NonCourse, "replay", null, $"CO {Entered}")]
    [InlineData(Submitted, "better", "'P'", "P submitted")]
    [InlineData(Rolled, "better", "'P'", "P recorded")]
    [InlineData(NonCourse, "better", null, $"CO {Entered}")]
    [InlineData(Submitted, "withdraw", null, "F submitted")]
    [InlineData(Rolled, "withdraw", null, "F recorded")]
    [InlineData(NonCourse, "withdraw", null, $"WD {Entered}")]
    [InlineData(Submitted, "back", null, "P submitted")]
    [InlineData(Rolled, "back", null, "P recorded")]
    [InlineData(NonCourse, "back", null, $"CO {Entered}")]
    [InlineData(Submitted, "renew", null, "P submitted")]
    [InlineData(Rolled, "renew", null, "P recorded")]
    [InlineData(NonCourse, "renew", null, $"CO {Entered}, CO {Renewed}")]
    [InlineData(NonCourse, "renew and withdraw", null, $"CO {Entered}, WD {Renewed}")]
    public async Task What_the_hub_does_stands_there_once(string form, string act, string? quoted, string stands)
    {
        var entry = await Enter(form);
        await Quotes(quoted, () => Do(act, entry));
        (await Stands(entry)).ShouldBe(stands);
    }

    [Theory]
    [InlineData(Submitted, "distinction", "withdraw", "'A+'", "A+ submitted")]
    [InlineData(Rolled, "distinction", "withdraw", "'A+'", "A+ recorded")]
    [InlineData(Submitted, "incomplete", "withdraw", "'I'", "I submitted")]
    [InlineData(Rolled, "incomplete", "withdraw", "'I'", "I recorded")]
    [InlineData(Submitted, "withdrawn", "withdraw", null, "W submitted")]
    [InlineData(Rolled, "withdrawn", "withdraw", null, "W recorded")]
    [InlineData(NonCourse, "XX", "withdraw", "'XX'", $"XX {Entered}")]
    [InlineData(NonCourse, "WD", "withdraw", null, $"WD {Entered}")]
    [InlineData(Submitted, "distinction", "replay", "'A+'", "A+ submitted")]
    [InlineData(Rolled, "distinction", "replay", "'A+'", "A+ recorded")]
    [InlineData(Submitted, "withdrawn", "replay", "'W'", "W submitted")]
    [InlineData(Rolled, "withdrawn", "replay", "'W'", "W recorded")]
    [InlineData(NonCourse, "XX", "replay", "'XX'", $"XX {Entered}")]
    [InlineData(Rolled, "distinction", "confirm", "'A+'", "A+ recorded")]
    [InlineData(Submitted, "distinction", "roll and confirm", "'A+'", "A+ recorded")]
    public async Task What_a_registrar_changed_is_quoted_and_left_unless_it_takes_back(
        string form,
        string given,
        string act,
        string? quoted,
        string stands)
    {
        var entry = await Enter(form);
        await GiveByHand(form, entry, given);

        await Quotes(quoted, () => Do(act, entry));

        (await Stands(entry)).ShouldBe(stands);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(406)]
    [InlineData(null)]
    public async Task Where_the_SIS_defines_no_grades_a_person_is_asked_by_the_grades_id(int? status)
    {
        var entry = await Enter(Rolled);
        await GiveByHand(Rolled, entry, "withdrawn");
        await campus.Fail(
            status is null
                ? new { system = "ethos", effect = "page", path = "grade-definitions", status = (int?)null }
                : new { system = "ethos", effect = "status", path = "grade-definitions", status });

        await Quotes(Grade("withdrawn"), () => Do("withdraw", entry));
    }

    [Theory]
    [InlineData(Submitted, "POST", "student-unverified-grades", "enter", "P submitted")]
    [InlineData(Submitted, "PUT", "student-unverified-grades", "withdraw", "F submitted")]
    [InlineData(Rolled, "PUT", "student-transcript-grades", "withdraw", "F recorded")]
    [InlineData(NonCourse, "POST", "academic-non-course", "enter", $"CO {Entered}")]
    [InlineData(NonCourse, "PUT", "academic-non-course", "withdraw", $"WD {Entered}")]
    public async Task A_write_that_was_answered_with_a_page_is_looked_up_and_not_made_again(
        string form,
        string method,
        string path,
        string act,
        string stands)
    {
        var entry = act == "enter" ? New(form) : await Enter(form);
        await campus.Fail(new { system = "ethos", effect = "page", method, path, times = 1 });
        await campus.Forget();

        (await Should.ThrowAsync<OutsideException>(() => Do(act, entry))).Fault.ShouldBe(OutsideFault.Unreadable);
        await Do(act, entry);

        (await campus.Requests("ethos", method, method == "POST" ? path : "")).ShouldBe(1);
        (await Stands(entry)).ShouldBe(stands);
    }

    [Fact]
    public async Task A_row_of_another_term_is_left_alone()
    {
        var earlier = await Enter(NonCourse);
        var later = earlier with { Awarded = earlier.Awarded.AddYears(1), Reference = null };

        await Sis.Record(Institution, Connection, later, Cancellation);
        (await Stands(later)).ShouldBe($"CO {Entered}, CO 2027-02-28");
        await Sis.Withdraw(Institution, Connection, later, null, Cancellation);
        (await Stands(later)).ShouldBe($"CO {Entered}, WD 2027-02-28");
        await GiveByHand(NonCourse, earlier, "XX");
        await Sis.Record(Institution, Connection, later, Cancellation);
        (await Stands(later)).ShouldBe($"XX {Entered}, CO 2027-02-28");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("7")]
    public async Task A_reference_of_an_earlier_release_means_the_one_row_that_is_there(string sequence)
    {
        var entry = await Enter(NonCourse);
        var renewal = entry with { Awarded = entry.Awarded.AddYears(2), Reference = $"{entry.Target.Code}/{sequence}" };

        (await Sis.Record(Institution, Connection, renewal, Cancellation)).Reference.ShouldBe(entry.Reference);
        (await Stands(entry)).ShouldBe($"CO {Entered}");
        await Sis.Withdraw(Institution, Connection, renewal, renewal.Reference, Cancellation);
        (await Stands(entry)).ShouldBe($"WD {Entered}");
    }

    [Fact]
    public async Task A_reference_to_what_was_written_elsewhere_before_says_nothing_of_the_rows()
    {
        var entry = await Enter(NonCourse);
        var moved = entry with { Awarded = entry.Awarded.AddYears(1), Reference = "1ea00000-0000-4000-8000-000000000001" };

        await Sis.Record(Institution, Connection, moved, Cancellation);

        (await Stands(entry)).ShouldBe($"CO {Entered}, CO 2027-02-28");
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("1", false)]
    [InlineData("2026-01-15", true)]
    [InlineData("2026-01-15", false)]
    public async Task Where_what_the_hub_wrote_is_gone_and_others_are_there_a_registrar_is_asked(string noted, bool isWithdrawal)
    {
        var entry = await Enter(NonCourse);
        await Sis.Record(Institution, Connection, entry with { Awarded = entry.Awarded.AddYears(1), Reference = null }, Cancellation);
        var lost = entry with { Awarded = entry.Awarded.AddYears(2), Reference = $"{entry.Target.Code}/{noted}" };

        await Quotes($"'CO' of {Entered}", () => Do(isWithdrawal ? "withdraw" : "enter", lost));

        (await Stands(entry)).ShouldBe($"CO {Entered}, CO 2027-02-28");
    }

    [Fact]
    public async Task Rows_that_earlier_releases_repeated_are_all_taken_back()
    {
        var entry = New(NonCourse);
        for (var row = 0; row < 3; row++)
            await EthosRows.Add(campus, entry.Target.Code!, Entered);

        await Do("withdraw", entry);

        (await Stands(entry)).ShouldBe($"WD {Entered}, WD {Entered}, WD {Entered}");
    }

    [Fact]
    public async Task A_row_without_a_day_may_be_the_award_entered_by_hand()
    {
        var entry = New(NonCourse);
        await EthosRows.Add(campus, entry.Target.Code!, day: null);

        await Quotes("'CO' of no day", () => Do("enter", entry));

        (await Stands(entry)).ShouldBe("CO ");
    }

    private async Task Do(string act, TranscriptEntry entry)
    {
        var renewal = entry with { Awarded = entry.Awarded.AddYears(2), Reference = null };
        for (var repeat = 0; repeat < 3; repeat++)
            _ = act switch
            {
                "better" => await Sis.Record(Institution, Connection, Better(entry), Cancellation),
                "confirm" => await Sis.Confirm(Institution, Connection, entry, "x", Cancellation),
                "roll and confirm" => await Confirm(),
                "withdraw" => await Sis.Withdraw(Institution, Connection, entry, entry.Reference, Cancellation),
                "back" when repeat == 0 => await Sis.Withdraw(Institution, Connection, entry, entry.Reference, Cancellation),
                "renew" => await Sis.Record(Institution, Connection, renewal, Cancellation),
                "renew and withdraw" when repeat == 0 => await Sis.Record(Institution, Connection, renewal, Cancellation),
                "renew and withdraw" => await Sis.Withdraw(Institution, Connection, renewal, null, Cancellation),
                _ => await Sis.Record(Institution, Connection, entry, Cancellation),
            };

        async Task<Recording> Confirm()
        {
            await Roll();
            return await Sis.Confirm(Institution, Connection, entry, "x", Cancellation);
        }
    }

    private TranscriptEntry Better(TranscriptEntry entry) => entry with
    {
        Target = entry.Target with { Grade = entry.Target.Grade is null ? null : Grade("distinction") },
        Awarded = entry.Awarded.AddDays(3),
    };

    private static async Task Quotes(string? quoted, Func<Task> act)
    {
        if (quoted is null)
        {
            await act();
            return;
        }

        var fault = await Should.ThrowAsync<OutsideException>(act);
        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.Message.ShouldContain(quoted);
        fault.Message.ShouldContain("replay");
    }

    /// <summary>A registrar changes the grade or the status in the SIS itself.</summary>
    private async Task GiveByHand(string form, TranscriptEntry entry, string given)
    {
        var byHand = form == NonCourse ? entry : entry with { Target = entry.Target with { WithdrawnGrade = Grade(given) } };
        var settings = new Dictionary<string, string>(Connection.Settings) { ["nonCourseWithdrawnStatus"] = given };
        await Sis.Withdraw(Institution, Connection with { Settings = settings }, byHand, entry.Reference, Cancellation);
    }

    private async Task<TranscriptEntry> Enter(string form)
    {
        var entry = New(form);
        var recording = await Sis.Record(Institution, Connection, entry, Cancellation);
        if (form == Rolled)
            await Roll();
        return entry with { Reference = recording.Reference };
    }

    private TranscriptEntry New(string form)
    {
        var fresh = Interlocked.Increment(ref Fresh);
        var learner = campus.Learner(form == NonCourse ? 0 : 1 + fresh / 8 % 10)["person"]!.GetValue<string>();
        return SisContract.Entry(learner, form == NonCourse
            ? new(RecordTargetKind.NonCourse, Code: $"M{fresh}")
            : new(
                RecordTargetKind.SectionGrade,
                Section: campus.Course(fresh % 8)["section"]!.GetValue<string>(),
                Grade: Grade("pass"),
                GradeType: Grade("finalType"),
                WithdrawnGrade: Grade("fail")));
    }

    private string Grade(string name) => campus.Data["grades"]![name]!.GetValue<string>();

    private async Task Roll() => (await campus.Http.PostAsync("transcript/roll", null, Cancellation)).EnsureSuccessStatusCode();

    private async Task<string> Stands(TranscriptEntry entry)
    {
        var transcript = await campus.State("transcript");
        return entry.Target.Kind == RecordTargetKind.NonCourse
            ? string.Join(
                ", ",
                transcript["nonCourse"]!.AsArray()
                    .Where(row => Text(row, "ncrqCode") == entry.Target.Code)
                    .Select(row => $"{Text(row, "ncstCode")} {Text(row, "completeDate").Split('T')[0]}")
                    .OrderBy(row => row[3..]))
            : string.Join(
                ", ",
                transcript["entries"]!.AsArray()
                    .Where(row => Text(row, "course") == Text(Course(entry), "code") && Text(row, "studentNumber") == Student(entry))
                    .Select(row => $"{Text(row, "grade")} {Text(row, "state")}"));
    }

    private JsonNode? Course(TranscriptEntry entry) =>
        campus.Data["courses"]!.AsArray().Single(course => Text(course, "section") == entry.Target.Section);

    private string Student(TranscriptEntry entry) =>
        Text(campus.Data["learners"]!.AsArray().Single(learner => Text(learner, "person") == entry.PersonId), "studentNumber");

    private static string Text(JsonNode? node, string name) => node?[name]?.GetValue<string>() ?? "";
}
