using System.Text;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.GenericJson;

public sealed class GenericJsonTests
{
    private const string Settings = """
        event: $.what
        completedWhen: course.done 'Course Done'
        assessedWhen: graded
        undoneWhen: withdrawn
        eventId: $.id
        time: $.when
        studentNumber: $.who.number
        lmsId: $.who.id
        email: $.who.mail
        course: $.course.id $['course code']
        assessment: $.quiz
        attempt: $.attempt
        score: $.result.points
        scoreMin: $.result.least
        scoreMax: $.result.most
        passed: $.result.passed
        letter: $.result.letter
        path: $.way
        priorLearningWhen: plar rac
        undoes: $.instead
        """;

    private const string Who = """
        "who":{"number":"900100408","id":301,"mail":"zoe@example.ca"},"course":{"id":"C-7"},"course code":"EAU-130",
         "when":"2026-02-01T10:00:00Z"
        """;

    [Fact]
    public void An_event_is_read_by_the_paths_of_the_source()
    {
        var completion = One(
            $$"""{"id":"17","what":"course.done","attempt":2,"quiz":"q9","way":"rac","result":{"points":17,"least":5,"most":20"""
                + $$""","letter":"A","passed":true},{{Who}}}"""
        );

        completion.Kind.ShouldBe(CompletionKind.Completed);
        completion.EventId.ShouldBe("json-1:17");
        completion.EventName.ShouldBe("course.done");
        completion.Learner.ShouldBe([
            new(LearnerReferenceKind.StudentNumber, "900100408"),
            new(LearnerReferenceKind.LmsId, "301"),
            new(LearnerReferenceKind.Email, "zoe@example.ca"),
        ]);
        completion.Courses.ShouldBe(["C-7", "EAU-130"]);
        (completion.Assessment, completion.Attempt, completion.Letter, completion.Passed).ShouldBe(("q9", "2", "A", true));
        completion.Score.ShouldBe(new Score(17, 5, 20));
        completion.Path.ShouldBe(LearningPath.PriorLearning);
        completion.At.ShouldBe(DateTimeOffset.Parse("2026-02-01T10:00:00Z", null));
    }

    [Theory]
    [InlineData("course.done", CompletionKind.Completed)]
    [InlineData("Course Done", CompletionKind.Completed)]
    [InlineData("graded", CompletionKind.Assessed)]
    [InlineData("withdrawn", CompletionKind.Undone)]
    [InlineData("Graded", null)]
    [InlineData("course.done ", CompletionKind.Completed)]
    [InlineData("course.viewed", null)]
    public void The_name_of_the_event_says_what_it_means_and_any_other_name_is_noise(string name, CompletionKind? kind)
    {
        var reading = Read($$"""{"what":"{{name}}","result":{"passed":"yes"},{{Who}}}""");

        reading.Fault.ShouldBeNull();
        reading.Completions.Select(completion => (CompletionKind?)completion.Kind).SingleOrDefault().ShouldBe(kind);
        if (kind is null)
            reading.Ignored.ShouldBe([name]);
    }

    [Fact]
    public void A_name_written_with_escapes_slips_past_no_glance() =>
        One($$"""{"what":"course\u002edone",{{Who}}}""").Kind.ShouldBe(CompletionKind.Completed);

    [Fact]
    public void Without_an_id_of_its_own_the_same_event_has_the_same_id_whenever_it_arrives_and_another_event_another()
    {
        string Id(string what, string when) =>
            One($$"""{"what":"{{what}}","when":"{{when}}","result":{"passed":true},"who":{"id":"1"},"course":{"id":"C"} }""").EventId;

        Id("graded", "2026-02-01T10:00:00Z").ShouldBe(Id("graded", "2026-02-01T05:00:00-05:00"));
        Id("graded", "2026-02-01T10:00:00Z").ShouldNotBe(Id("graded", "2026-02-01T10:00:01Z"));
        Id("graded", "2026-02-01T10:00:00Z").ShouldNotBe(Id("course.done", "2026-02-01T10:00:00Z"));
    }

    [Fact]
    public void What_takes_back_names_the_event_as_the_hub_knows_it() =>
        One($$"""{"id":"18","what":"withdrawn","instead":"17",{{Who}}}""").Undoes.ShouldBe("json-1:17");

    [Theory]
    [InlineData("1769940000", "2026-02-01T10:00:00Z")]
    [InlineData("1769940000123", "2026-02-01T10:00:00.123Z")]
    [InlineData("\"1769940000\"", "2026-02-01T10:00:00Z")]
    [InlineData("\"2026-02-01 10:00:00+00:00\"", "2026-02-01T10:00:00Z")]
    [InlineData("\"2026-02-01T10:00:00\"", "2026-02-01T10:00:00Z")]
    [InlineData("\"2026-02-01\"", "2026-02-01T00:00:00Z")]
    public void Time_is_ISO_or_Unix_and_never_the_zone_of_the_machine(string time, string expected) =>
        One($$"""{"what":"course.done","when":{{time}},"who":{"id":"1"},"course":{"id":"C"} }""")
            .At.ShouldBe(DateTimeOffset.Parse(expected, null));

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"01/02/2026\"")]
    [InlineData("99999999999999999")]
    [InlineData("null")]
    public void Without_a_time_that_can_be_read_an_event_that_counts_is_kept_for_a_person(string time) =>
        Read($$"""{"what":"course.done","when":{{time}},"who":{"id":"1"},"course":{"id":"C"} }""")
            .Fault.ShouldNotBeNull()
            .ShouldContain("time ($.when)");

    [Fact]
    public void Nobody_is_lost_where_a_path_leads_nowhere()
    {
        Read("""{"what":"course.done","when":1769940000,"course":{"id":"C"}}""").Fault.ShouldNotBeNull().ShouldContain("lmsId ($.who.id)");
        Read("""{"what":"course.done","when":1769940000,"who":{"id":"1"}}""")
            .Fault.ShouldNotBeNull()
            .ShouldContain("course ($.course.id $['course code'])");
    }

    [Theory]
    [InlineData("""{"points":17,"most":20}""", 85.0)]
    [InlineData("""{"points":"17","most":"20"}""", 85.0)]
    [InlineData("""{"points":0,"most":20}""", 0.0)]
    [InlineData("""{"most":20}""", null)]
    [InlineData("""{"points":"","most":20}""", null)]
    public void A_score_is_points_within_bounds_and_a_missing_one_is_not_zero(string result, double? percent)
    {
        var reading = Read($$"""{"what":"graded","result":{{result}},{{Who}}}""");

        reading.Fault.ShouldBeNull();
        reading.Completions.SingleOrDefault()?.Score?.Percent.ShouldBe((decimal?)percent);
        reading.Completions.Count.ShouldBe(percent is null ? 0 : 1);
    }

    [Fact]
    public void Bounds_may_be_numbers_in_the_settings() =>
        One(
            $$"""{"what":"graded","grade":85,{{Who}}}""",
            Settings.Replace("$.result.points", "$.grade").Replace("$.result.most", "100").Replace("$.result.least", "0"))
            .Score.ShouldBe(new Score(85, 0, 100));

    [Theory]
    [InlineData("true", "", true)]
    [InlineData("\"FAILED\"", "", false)]
    [InlineData("\"perhaps\"", "", null)]
    [InlineData("\"R\"", "passedWhen: R 'R+'", true)]
    [InlineData("\"E\"", "passedWhen: R 'R+'", false)]
    public void Pass_or_fail_is_said_in_the_sender_s_words(string passed, string words, bool? expected) =>
        One($$"""{"what":"course.done","result":{"passed":{{passed}}},{{Who}}}""", $"{Settings}\n{words}").Passed.ShouldBe(expected);

    [Fact]
    public void A_delivery_may_hold_several_events_and_the_noise_among_them_is_counted()
    {
        var settings = Settings + "\nevents: $.batch.items";
        var body =
            $$"""{"batch":{"items":[{"what":"viewed"},{"id":"1","what":"course.done",{{Who}}}"""
                + $$""",{"id":"2","what":"graded","result":{"passed":false},{{Who}}}]} }""";

        var reading = Arrived.Read(Arrived.Source("json", settings), body);

        reading.Completions.Select(completion => completion.EventId).ShouldBe(["json-1:1", "json-1:2"]);
        reading.Ignored.ShouldBe(["viewed"]);
        Arrived
            .Read(Arrived.Source("json", settings), """{"batch":{"items":[{"what":"viewed"},{"what":"opened"}]}}""")
            .Ignored.ShouldBe(["viewed", "opened"]);
        Arrived.Read(Arrived.Source("json", settings), """{"ping":true}""").Ignored.ShouldBe(["no-events"]);
    }

    [Fact]
    public void A_bare_array_is_several_events() =>
        Read($$"""[{"what":"viewed"},{"id":"1","what":"course.done",{{Who}}}]""")
            .Completions.ShouldHaveSingleItem()
            .EventId.ShouldBe("json-1:1");

    [Fact]
    public void A_star_takes_every_event_that_no_other_list_names()
    {
        var settings = Settings.Replace("course.done 'Course Done'", "*").Replace("event: $.what\n", "");

        One($$"""{{{Who}}}""", settings).EventName.ShouldBe("other");
        One($$"""{"what":"{{new string('x', 900)}}",{{Who}}}""", Settings.Replace("course.done 'Course Done'", "*"))
            .EventName.ShouldBe("other");
        One($$"""{"what":"withdrawn",{{Who}}}""", Settings.Replace("course.done 'Course Done'", "*")).Kind.ShouldBe(CompletionKind.Undone);
    }

    [Theory]
    [InlineData("college-a", false)]
    [InlineData("college-b", true)]
    [InlineData("", true)]
    public void An_event_of_another_customer_is_foreign_even_as_noise(string tenant, bool isForeign)
    {
        var settings = Settings + "\ntenant: $.customer\ntenants: college-a college-c";

        Arrived.Read(Arrived.Source("json", settings), $$"""{"customer":"{{tenant}}","what":"viewed"}""").IsForeign.ShouldBe(isForeign);
        Arrived
            .Read(Arrived.Source("json", settings), $$"""{"customer":"{{tenant}}","what":"course.done",{{Who}}}""")
            .IsForeign.ShouldBe(isForeign);
    }

    [Fact]
    public void A_form_is_read_by_the_names_of_its_fields()
    {
        var settings = """
            completedWhen: *
            time: date
            email: ['learner[mail]']
            course: course
            score: note
            scoreMax: 100
            """;

        var completion = Arrived
            .Read(
                Arrived.Source("json", settings),
                "date=2026-02-01&learner%5Bmail%5D=zo%C3%A9%40example.ca&course=EAU+130&note=91.5&note2=&x",
                "application/x-www-form-urlencoded; charset=utf-8")
            .Completions.ShouldHaveSingleItem();

        completion.Learner.ShouldBe([new(LearnerReferenceKind.Email, "zoé@example.ca")]);
        completion.Courses.ShouldBe(["EAU 130"]);
        completion.Score.ShouldBe(new Score(91.5m, 0, 100));
    }

    [Fact]
    public void A_byte_order_mark_does_not_hide_the_event() =>
        One($$"""{{"\uFEFF"}}{"what":"course.done",{{Who}}}""").Kind.ShouldBe(CompletionKind.Completed);

    [Fact]
    public void Noise_is_read_once_and_costs_no_object_afterwards()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"big":[{"what":"course.done"},{"a":[1,2,3]}],"what":"course.viewed",{{Who}}}""");
        var (lms, source, delivery) = (Arrived.Lms("json"), Arrived.Source("json", Settings), Arrived.Delivery(body));
        var first = lms.Read(source, delivery);

        var (before, isSame) = (GC.GetAllocatedBytesForCurrentThread(), true);
        for (var round = 0; round < 100; round++)
            isSame &= ReferenceEquals(lms.Read(source, delivery), first);
        var perEvent = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;

        isSame.ShouldBeTrue();
        first.Ignored.ShouldBe(["course.viewed"]);
        // The guard's delegate, and no more.
        perEvent.ShouldBeLessThan(256);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("""{"what":"course.done","what":"viewed"}""")]
    [InlineData("")]
    public void What_is_no_sound_JSON_is_kept_for_a_person(string body) => Read(body).Fault.ShouldNotBeNull();

    [Theory]
    [InlineData("course.done")]
    [InlineData("course.viewed")]
    public void Whatever_arrives_reading_never_throws(string name)
    {
        var body =
            $$"""{"id":"17","what":"{{name}}","attempt":2,"quiz":"q9","result":{"points":17,"least":5,"most":20"""
                + $$""","letter":"A","passed":true},{{Who}}}""";

        Arrived.Spoil(Arrived.Source("json", Settings), body);
        Arrived.Spoil(Arrived.Source("json", Settings), "what=course.viewed&who.id=1&%", "application/x-www-form-urlencoded");
    }

    private static Reading Read(string body, string settings = Settings) => Arrived.Read(Arrived.Source("json", settings), body);

    private static Completion One(string body, string settings = Settings)
    {
        var reading = Read(body, settings);
        reading.Fault.ShouldBeNull();
        return reading.Completions.ShouldHaveSingleItem();
    }
}
