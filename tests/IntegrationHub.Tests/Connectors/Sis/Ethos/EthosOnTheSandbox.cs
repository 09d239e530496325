using System.Text.Json.Nodes;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Transcripts;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Sis.Ethos;

public sealed class EthosOnTheSandbox(Campus campus) : SisContract, IClassFixture<Campus>, IAsyncLifetime
{
    private static int Pair = -1;

    internal override ISis Sis => campus.Hub.Sis("ethos");

    internal override Institution Institution => campus.Institution;

    internal override Connection Connection => campus.Connection(ConnectionRole.Sis);

    internal override (string Known, string Unknown) StudentNumbers => (Text(campus.Learner(0), "studentNumber"), "900999999");

    internal override TranscriptEntry FreshSectionGrade()
    {
        var pair = Interlocked.Increment(ref Pair);
        return SectionGrade(learner: 1 + pair / 8, course: pair % 8);
    }

    internal override TranscriptEntry FreshNonCourse() =>
        Entry(Text(campus.Learner(0), "person"), new(RecordTargetKind.NonCourse, Code: $"M{Interlocked.Increment(ref Pair)}"));

    internal override async Task<string?> GradeOf(TranscriptEntry entry)
    {
        var learner = campus.Data["learners"]!.AsArray().Single(one => one!["person"]?.GetValue<string>() == entry.PersonId)!;
        var course = campus.Data["courses"]!.AsArray().Single(one => Text(one!, "section") == entry.Target.Section)!;
        var shown = (await campus.State("transcript"))["entries"]!
            .AsArray()
            .SingleOrDefault(one =>
                Text(one!, "studentNumber") == Text(learner, "studentNumber") && Text(one!, "course") == Text(course, "code"));
        return shown is null ? null : campus.Data["grades"]![Text(shown, "grade") == "P" ? "pass" : "fail"]!.GetValue<string>();
    }

    internal override async Task<string?> StatusOf(TranscriptEntry entry) =>
        (await campus.State("transcript"))["nonCourse"]!.AsArray().Single(row => Text(row!, "ncrqCode") == entry.Target.Code)![
            "ncstCode"
        ]!.GetValue<string>();


    internal override async Task Roll() => (await campus.Http.PostAsync("transcript/roll", null, Cancellation)).EnsureSuccessStatusCode();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await campus.Heal();

    [Fact]
    public async Task The_person_has_the_names_the_primary_address_and_the_language_of_the_SIS()
    {
        var person = await Sis.FindPerson(Institution, Connection, StudentNumbers.Known, Cancellation);

        person.ShouldBe(
            new Person(
                Text(campus.Learner(0), "person"),
                StudentNumbers.Known,
                "Amélie",
                "Gagnon",
                "amelie.gagnon@example.ca",
                person!.Language));
        person.Language.ShouldBeOneOf("fr", null);
    }

    [Fact]
    public async Task A_refused_token_is_forgotten_and_the_request_made_once_more()
    {
        await Sis.FindPerson(Institution, Connection, StudentNumbers.Known, Cancellation);
        campus.Hub.Tokens.Spoil();
        var before = campus.Hub.Tokens.Renewals;

        (await Sis.FindPerson(Institution, Connection, StudentNumbers.Known, Cancellation)).ShouldNotBeNull();

        campus.Hub.Tokens.Renewals.ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_transcript_longer_than_a_page_is_read_to_its_end()
    {
        var entries = Enumerable.Range(0, 8).Select(course => SectionGrade(learner: 10, course)).ToList();
        foreach (var entry in entries)
            await Sis.Record(Institution, Connection, entry, Cancellation);
        await Roll();

        foreach (var entry in entries)
            (await Sis.Confirm(Institution, Connection, entry, "x", Cancellation)).Recorded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_look_up_that_fails_is_not_taken_for_none()
    {
        var entry = FreshSectionGrade();
        await campus.Fail(new { system = "ethos", effect = "status", method = "GET", path = "student-unverified-grades", status = 503 });
        await campus.Forget();

        var fault = await Should.ThrowAsync<OutsideException>(() => Sis.Record(Institution, Connection, entry, Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Unavailable);
        (await campus.Requests("ethos", "POST", "/student-unverified-grades")).ShouldBe(0);
        (await campus.Requests("ethos", "GET", "/student-unverified-grades")).ShouldBe(3);
    }

    [Fact]
    public async Task A_submission_is_posted_once_and_found_again_when_its_answer_was_lost()
    {
        var entry = FreshSectionGrade();
        await campus.Fail(new { system = "ethos", effect = "dropAfter", method = "POST", path = "student-unverified-grades", times = 1 });
        await campus.Forget();

        var fault = await Should.ThrowAsync<OutsideException>(() => Sis.Record(Institution, Connection, entry, Cancellation));
        fault.Fault.ShouldBe(OutsideFault.Unavailable);
        (await campus.Requests("ethos", "POST", "/student-unverified-grades")).ShouldBe(1);

        (await Sis.Record(Institution, Connection, entry, Cancellation)).Recorded.ShouldBeFalse();
        (await campus.Requests("ethos", "POST", "/student-unverified-grades")).ShouldBe(1);
    }

    [Fact]
    public async Task An_adjustment_whose_answer_was_lost_is_made_once_and_leaves_the_pass_in_the_history()
    {
        var entry = FreshSectionGrade();
        await Sis.Record(Institution, Connection, entry, Cancellation);
        await Roll();
        await campus.Fail(new { system = "ethos", effect = "dropAfter", method = "PUT", path = "student-transcript-grades", times = 1 });
        await campus.Forget();

        (await Should.ThrowAsync<OutsideException>(() => Sis.Withdraw(Institution, Connection, entry, null, Cancellation))).Fault.ShouldBe(
            OutsideFault.Unavailable);
        (await Sis.Withdraw(Institution, Connection, entry, null, Cancellation))!.Recorded.ShouldBeTrue();

        (await campus.State("transcript"))["entries"]!
            .AsArray()
            .Sum(one => one!["adjustments"]!.AsArray().Count(made => Text(made!, "before") == entry.Target.Grade))
            .ShouldBeGreaterThan(0);
        var requests = (await campus.State("requests"))["ethos"]!["last"]!.AsArray();
        requests.Count(one => Text(one!, "method") == "PUT").ShouldBe(1);
        requests.ShouldAllBe(one => Text(one!, "method") != "DELETE");
    }

    [Fact]
    public async Task An_adjustment_that_Ethos_refuses_for_want_of_a_reason_says_so()
    {
        var entry = FreshSectionGrade();
        await Sis.Record(Institution, Connection, entry, Cancellation);
        await Roll();
        var silent = Connection with { Settings = Connection.Settings.Where(one => one.Key != "gradeChangeReason").ToDictionary() };

        var fault = await Should.ThrowAsync<OutsideException>(() => Sis.Withdraw(Institution, silent, entry, null, Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Refused);
    }

    [Fact]
    public async Task A_non_course_record_without_a_withdrawn_status_is_left_for_a_registrar()
    {
        var entry = FreshNonCourse();
        await Sis.Record(Institution, Connection, entry, Cancellation);
        var silent = Connection with { Settings = Connection.Settings.Where(one => one.Key != "nonCourseWithdrawnStatus").ToDictionary() };

        var fault = await Should.ThrowAsync<OutsideException>(() => Sis.Withdraw(Institution, silent, entry, null, Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.Message.ShouldContain("nonCourseWithdrawnStatus");
    }

    [Fact]
    public async Task A_request_to_slow_down_carries_its_wait()
    {
        await campus.Fail(new { system = "ethos", effect = "status", path = "persons", status = 429, retryAfter = 17 });

        var fault = await Should.ThrowAsync<OutsideException>(() =>
            Sis.FindPerson(Institution, Connection, StudentNumbers.Known, Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Throttled);
        fault.RetryAfter.ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task Success_with_an_error_inside_is_no_success()
    {
        var entry = FreshSectionGrade();
        await campus.Fail(new { system = "ethos", effect = "lie", method = "POST", path = "student-unverified-grades" });

        var fault = await Should.ThrowAsync<OutsideException>(() => Sis.Record(Institution, Connection, entry, Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Unreadable);
    }

    [Fact]
    public async Task An_error_names_the_vendors_code_and_nobody()
    {
        await campus.Fail(new { system = "ethos", effect = "status", path = "persons", status = 400 });

        var fault = await Should.ThrowAsync<OutsideException>(() =>
            Sis.FindPerson(Institution, Connection, StudentNumbers.Known, Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.Message.ShouldContain("Global.Internal.Error");
        fault.ToString().ShouldNotContain(StudentNumbers.Known);
        campus.Hub.Log.ShouldAllBe(line => !line.Contains(StudentNumbers.Known));
    }

    private TranscriptEntry SectionGrade(int learner, int course) => Entry(Text(campus.Learner(learner), "person"), new(
        RecordTargetKind.SectionGrade,
        Section: Text(campus.Course(course), "section"),
        Grade: campus.Data["grades"]!["pass"]!.GetValue<string>(),
        GradeType: campus.Data["grades"]!["finalType"]!.GetValue<string>(),
        WithdrawnGrade: campus.Data["grades"]!["fail"]!.GetValue<string>()));

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
