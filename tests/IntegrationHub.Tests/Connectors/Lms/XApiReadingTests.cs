using System.Text.Json.Nodes;
using IntegrationHub.Core.Completions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms;

public sealed class XApiReadingTests
{
    private const string Adl = "http://adlnet.gov/expapi/verbs/";
    private const string Cmi5Course = "https://w3id.org/xapi/cmi5/activitytype/course";

    [Theory]
    [InlineData(Adl + "completed", Cmi5Course)]
    [InlineData(Adl + "passed", "http://adlnet.gov/expapi/activities/course")]
    [InlineData(Adl + "mastered", Cmi5Course)]
    [InlineData("https://w3id.org/xapi/adl/verbs/satisfied", Cmi5Course)]
    public void A_course_finished_is_a_completion(string verb, string type) =>
        Readings.XApi(Statement(verb, type)).Completions.ShouldHaveSingleItem().Courses.ShouldBe(["7"]);

    [Theory]
    [InlineData(Adl + "failed", Cmi5Course, """{"completion":true,"success":false}""")]
    [InlineData(Adl + "attempted", Cmi5Course, """{"completion":true,"success":true,"score":{"scaled":0.95}}""")]
    [InlineData(Adl + "completed", "http://adlnet.gov/expapi/activities/module", "{}")]
    [InlineData(Adl + "answered", "http://adlnet.gov/expapi/activities/cmi.interaction", """{"completion":true,"success":true}""")]
    [InlineData(Adl + "passed", Cmi5Course, """{"success":false}""")]
    [InlineData(Adl + "completed", Cmi5Course, """{"completion":false}""")]
    [InlineData("https://w3id.org/xapi/adl/verbs/satisfied", "https://w3id.org/xapi/cmi5/activitytype/block", "{}")]
    [InlineData(Adl + "voided", Cmi5Course, "{}")]
    public void The_traps_are_noise(string verb, string type, string result)
    {
        var reading = Readings.XApi(Statement(verb, type, result: result));

        reading.Completions.ShouldBeEmpty();
        reading.Ignored.ShouldHaveSingleItem().Kind.ShouldBe(verb[(verb.LastIndexOf('/') + 1)..]);
        reading.EventIds.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(@"\\mod_quiz\\event\\attempt_abandoned", "completed:mod_quiz.attempt_abandoned")]
    [InlineData(@"\\mod_scorm\\event\\status_submitted", "completed:mod_scorm.status_submitted")]
    public void Moodle_says_completed_of_what_is_not(string moodleEvent, string label)
    {
        var reading = Readings.XApi(Attempt(moodleEvent, """{"raw":50,"min":0,"max":100}"""));

        reading.Completions.ShouldBeEmpty();
        reading.Ignored.ShouldHaveSingleItem().Kind.ShouldBe(label);
    }

    [Fact]
    public void A_quiz_attempt_has_the_points_given_and_never_the_scaled_ones()
    {
        var completion = Readings.XApi(Attempt(@"\\mod_quiz\\event\\attempt_submitted", """{"raw":30,"min":0,"max":40,"scaled":0.5}""")).Completions.ShouldHaveSingleItem();

        completion.Score.ShouldBe(new Score(30, 0, 40));
        completion.Assessment.ShouldBe("/mod/quiz/view.php?id=31");
        completion.Courses.ShouldBe(["7", "EAU-130"]);
        completion.Attempt.ShouldBe("5012");
        completion.EventName.ShouldBe(@"\mod_quiz\event\attempt_submitted");
    }

    [Theory]
    [InlineData("mod/quiz/attempt.php?attempt=71&cmid=421", "71")]
    [InlineData("mod/quiz/attempt.php?cmid=421&attempt=71", "71")]
    [InlineData("mod/quiz/attempt.php?attempt=71", "71")]
    [InlineData("mod/quiz/attempt.php?previousattempt=70&cmid=421", null)]
    [InlineData("mod/quiz/view.php?id=31", null)]
    public void A_quiz_attempt_is_named_by_its_page(string page, string? attempt) =>
        Readings.XApi(Attempt(@"\\mod_quiz\\event\\attempt_submitted", """{"raw":30,"max":40}""").Replace("mod/quiz/attempt.php?attempt=5012&cmid=31", page, StringComparison.Ordinal))
            .Completions.ShouldHaveSingleItem().Attempt.ShouldBe(attempt);

    [Fact]
    public void A_graded_assignment_names_no_attempt_for_its_latest_grade_counts() =>
        Readings.XApi(Attempt(@"\\mod_assign\\event\\submission_graded", """{"raw":30,"max":40}""")
                .Replace("http://adlnet.gov/expapi/verbs/completed", "http://adlnet.gov/expapi/verbs/scored", StringComparison.Ordinal)
                .Replace("mod/quiz/attempt.php?attempt=5012&cmid=31", "mod/assign/view.php?id=31", StringComparison.Ordinal))
            .Completions.ShouldHaveSingleItem().Attempt.ShouldBeNull();

    [Theory]
    [InlineData("""{"scaled":0.9}""")]
    [InlineData("""{"raw":0,"min":0,"max":0}""")]
    [InlineData("""{"raw":3}""")]
    [InlineData("""{"max":3}""")]
    public void An_attempt_without_usable_points_is_no_assessment(string score) =>
        Readings.XApi(Attempt(@"\\mod_quiz\\event\\attempt_submitted", score)).Completions.ShouldBeEmpty();

    [Fact]
    public void A_learner_named_by_login_is_found_by_login_too() =>
        Readings.XApi(Statement(Adl + "completed", Cmi5Course, account: "zoe.l")).Completions.Single().Learner
            .ShouldBe([new(LearnerReferenceKind.LmsId, "zoe.l"), new(LearnerReferenceKind.Login, "zoe.l")]);

    [Theory]
    [InlineData(null)]
    [InlineData("0.9")]
    [InlineData("2.0.0")]
    [InlineData("1.0.x")]
    public void The_version_header_must_be_one_point_zero(string? version) =>
        Readings.XApi("[]", version).Fault.ShouldNotBeNull().ShouldContain("X-Experience-API-Version");

    [Theory]
    [InlineData("actor", null, "actor")]
    [InlineData("verb", """{"id":"completed"}""", "verb.id")]
    [InlineData("object", """{"id":"no iri"}""", "object")]
    [InlineData("id", "\"not-a-uuid\"", "UUID")]
    [InlineData("timestamp", "\"yesterday\"", "ISO 8601")]
    [InlineData("actor", """{"mbox":"zoe@example.ca"}""", "mailto:")]
    [InlineData("actor", """{"mbox":"mailto:a@example.ca","openid":"https://example.ca/a"}""", "exactly one")]
    public void One_bad_statement_refuses_the_batch_and_the_broken_rule_is_named(string member, string? value, string why)
    {
        var bad = JsonNode.Parse(Statement(Adl + "completed", Cmi5Course))!;
        bad[member] = value is null ? null : JsonNode.Parse(value);
        var good = Statement(Adl + "completed", Cmi5Course);

        var reading = Readings.XApi($"[{good},{bad.ToJsonString()}]");

        reading.Fault.ShouldNotBeNull().ShouldContain(why);
        reading.Completions.ShouldBeEmpty();
        // The sentence is the fingerprint of the cause: where in the batch it is must not make another.
        Readings.XApi($"[{good},{good},{bad.ToJsonString()},{good}]").Fault.ShouldBe(reading.Fault);
    }

    [Fact]
    public void The_same_own_id_twice_in_a_batch_is_refused()
    {
        var one = JsonNode.Parse(Statement(Adl + "completed", Cmi5Course))!;
        one["id"] = "7ccd3322-e1a5-411a-a67d-6a735c76f119";

        Readings.XApi(one.ToJsonString()).EventIds.ShouldBe(["7ccd3322-e1a5-411a-a67d-6a735c76f119"]);
        Readings.XApi($"[{one.ToJsonString()},{one.ToJsonString()}]").Fault.ShouldNotBeNull().ShouldContain("id");
    }

    [Fact]
    public void A_completion_without_a_time_cannot_be_placed_and_noise_without_one_can()
    {
        var completion = JsonNode.Parse(Statement(Adl + "completed", Cmi5Course))!.AsObject();
        completion.Remove("timestamp");
        var noise = JsonNode.Parse(Statement(Adl + "launched", Cmi5Course))!.AsObject();
        noise.Remove("timestamp");

        var fault = Readings.XApi(completion.ToJsonString()).Fault.ShouldNotBeNull();
        fault.ShouldContain("timestamp");
        Readings.XApi($"[{noise.ToJsonString()},{completion.ToJsonString()}]").Fault.ShouldBe(fault);
        Readings.XApi(noise.ToJsonString()).Fault.ShouldBeNull();
    }

    [Theory]
    [InlineData("moodle/course_completed.statements", CompletionKind.Completed)]
    [InlineData("moodle/quiz_attempt_submitted.statements", CompletionKind.Assessed)]
    [InlineData("moodle/assignment_graded.statements", CompletionKind.Assessed)]
    [InlineData("moodle/assignment_submitted.statements", null)]
    [InlineData("moodle/scorm_status_submitted.statements", null)]
    [InlineData("moodle/module_uncompleted.statements", null)]
    [InlineData("moodle/quiz_attempt_reviewed.statements", null)]
    [InlineData("moodle/question_manually_graded.statements", null)]
    [InlineData("xapi/about.L594.failed", null)]
    [InlineData("xapi/spec.L2152.attempted", null)]
    [InlineData("xapi/spec.L285.voided", null)]
    public void The_published_samples_mean_what_they_mean(string sample, CompletionKind? expected)
    {
        Assert.SkipWhen(Readings.Samples() is null, "The samples are not beside this repository.");
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Readings.Samples()!.FullName, "lms", $"{sample}.json")))!;
        // The plugin's own fixtures leave out the time that it always sends.
        foreach (var statement in json as JsonArray ?? [json.DeepClone()])
            statement!["timestamp"] ??= "2026-02-01T10:00:00Z";

        var reading = Readings.XApi(json.ToJsonString());

        reading.Fault.ShouldBeNull();
        reading.Completions.Select(c => (CompletionKind?)c.Kind).FirstOrDefault().ShouldBe(expected);
        reading.Completions.ShouldAllBe(c => c.Courses.Contains("2"));
    }

    private static string Statement(string verb, string type, string account = "301", string result = "{}") => $$"""
        {"actor":{"account":{"homePage":"https://moodle.example.ca","name":"{{account}}" },"name":"Zoé"},
         "verb":{"id":"{{verb}}" },
         "object":{"id":"https://moodle.example.ca/course/view.php?id=7","definition":{"type":"{{type}}" },"objectType":"Activity"},
         "result":{{result}},"timestamp":"2026-02-01T10:00:00+00:00"}
        """;

    private static string Attempt(string moodleEvent, string score) => $$$$"""
        {"actor":{"account":{"homePage":"https://moodle.example.ca","name":"301"} },
         "verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},
         "object":{"id":"https://example.ca/moodle/mod/quiz/attempt.php?attempt=5012&cmid=31","definition":{"type":"http://adlnet.gov/expapi/activities/attempt"}},
         "result":{"completion":true,"success":true,"score":{{{{score}}}} },
         "context":{"contextActivities":{"parent":[
           {"id":"https://example.ca/moodle/mod/quiz/view.php?id=31","definition":{"type":"http://adlnet.gov/expapi/activities/assessment"}},
           {"id":"https://example.ca/moodle/course/section.php?id=1","definition":{"type":"http://id.tincanapi.com/activitytype/section"}},
           {"id":"https://example.ca/moodle/course/view.php?id=7","definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course",
             "extensions":{"https://w3id.org/learning-analytics/learning-management-system/external-id":"EAU-130"} } }]},
          "extensions":{"http://lrs.learninglocker.net/define/extensions/info":{"event_name":"{{{{moodleEvent}}}}"} } },
         "timestamp":"2026-02-01T10:00:00+00:00"}
        """;
}
