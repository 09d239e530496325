using System.Text.Json.Nodes;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Transcripts;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Sis.Ethos;

/// <summary>Entries in the sandbox's SIS, what the hub and a registrar do to them, and what stands there afterwards.</summary>
internal sealed class EthosScene(Campus campus)
{
    public const string Submitted = "submitted", Rolled = "rolled", NonCourse = "non-course";

    private static int Fresh = -1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ISis Sis => campus.Hub.Sis("ethos");

    private Institution Institution => campus.Institution;

    private Connection Connection => campus.Connection(ConnectionRole.Sis);

    /// <summary>Does a thing three times, as repeats and replays do.</summary>
    public async Task Do(string act, TranscriptEntry entry)
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

    /// <summary>The act is refused with what was found; or, where nothing is quoted, it succeeds.</summary>
    public static async Task Quotes(string? quoted, Func<Task> act)
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
    public async Task GiveByHand(string form, TranscriptEntry entry, string given)
    {
        var byHand = form == NonCourse ? entry : entry with { Target = entry.Target with { WithdrawnGrade = Grade(given) } };
        var settings = new Dictionary<string, string>(Connection.Settings) { ["nonCourseWithdrawnStatus"] = given };
        await Sis.Withdraw(Institution, Connection with { Settings = settings }, byHand, entry.Reference, Cancellation);
    }

    /// <summary>A fresh entry that the hub has written, and the registrar rolled where the form says so.</summary>
    public async Task<TranscriptEntry> Enter(string form)
    {
        var entry = New(form);
        var recording = await Sis.Record(Institution, Connection, entry, Cancellation);
        if (form == Rolled)
            await Roll();
        return entry with { Reference = recording.Reference };
    }

    /// <summary>An entry where nobody has anything yet.</summary>
    public TranscriptEntry New(string form)
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

    /// <summary>The id of one of the campus's grades.</summary>
    public string Grade(string name) => campus.Data["grades"]![name]!.GetValue<string>();

    private async Task Roll() => (await campus.Http.PostAsync("transcript/roll", null, Cancellation)).EnsureSuccessStatusCode();

    /// <summary>What stands in the SIS, e.g. <c>P recorded</c> or <c>CO 2026-02-28, WD 2028-02-29</c>.</summary>
    public async Task<string> Stands(TranscriptEntry entry)
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
