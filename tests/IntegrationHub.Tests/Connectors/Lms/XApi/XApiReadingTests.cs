using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.XApi;

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
    [InlineData(Adl + "attempted", Cmi5Course, """{"completion":true,"success":true,"score":{"scaled":0.95}}""")]
    [InlineData(Adl + "completed", "http://adlnet.gov/expapi/activities/module", "{}")]
    [InlineData(Adl + "passed", "http://adlnet.gov/expapi/activities/module", """{"success":true}""")]
    [InlineData(Adl + "answered", "http://adlnet.gov/expapi/activities/cmi.interaction", """{"completion":true,"success":true}""")]
    [InlineData(Adl + "passed", Cmi5Course, """{"success":false}""")]
    [InlineData(Adl + "completed", Cmi5Course, """{"completion":false}""")]
    [InlineData("https://w3id.org/xapi/adl/verbs/satisfied", "https://w3id.org/xapi/cmi5/activitytype/block", "{}")]
    public void The_traps_are_noise(string verb, string type, string result)
    {
        var reading = Readings.XApi(Statement(verb, type, result: result));

        reading.Completions.ShouldBeEmpty();
        reading.Ignored.ShouldHaveSingleItem().Kind.ShouldBe(verb[(verb.LastIndexOf('/') + 1)..]);
        reading.EventIds.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Adl + "failed", """{"completion":true,"success":false}""")]
    [InlineData(Adl + "failed", "{}")]
    [InlineData(Adl + "completed", """{"success":false}""")]
    public void A_course_that_was_failed_is_a_result_and_no_completion(string verb, string result) =>
        Readings.XApi(Statement(verb, Cmi5Course, result: result)).Completions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            failed => failed.Kind.ShouldBe(CompletionKind.Assessed),
            failed => failed.Passed.ShouldBe(false),
            failed => failed.Courses.ShouldBe(["7"]));

    [Theory]
    [InlineData(Adl + "passed", """{"success":true}""", true)]
    [InlineData(Adl + "passed", "{}", null)]
    [InlineData(Adl + "completed", """{"success":true}""", null)]
    public void Passed_is_said_by_the_verb_and_its_success_together(string verb, string result, bool? passed) =>
        Readings.XApi(Statement(verb, Cmi5Course, result: result)).Completions.ShouldHaveSingleItem().Passed.ShouldBe(passed);

    [Theory]
    [InlineData("""{"scaled":0.95}""", 95)]
    [InlineData("""{"scaled":0.2,"raw":19,"min":0,"max":20}""", 95)]
    [InlineData("""{"scaled":0.95,"raw":95}""", 95)]
    [InlineData("""{"scaled":-0.5}""", null)]
    [InlineData("""{"scaled":95}""", null)]
    [InlineData("""{"raw":95}""", null)]
    public void Points_count_first_and_a_scaled_score_is_a_share_of_one_where_nothing_else_is_there(string score, int? percent) =>
        Readings
            .XApi(Statement(Adl + "completed", Cmi5Course, result: $$$$"""{"score":{{{{score}}}} }"""))
            .Completions.ShouldHaveSingleItem()
            .Score?.Percent.ShouldBe(percent);

    [Fact]
    public void A_statement_taken_back_is_named_by_its_id_alone()
    {
        var completion = Readings.XApi("""
                {"id":"0f6f0a53-6a7c-4d0c-9c53-0f4ac1d3a111","actor":{"mbox":"mailto:admin@example.ca"},
                 "verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},
             "object":{"objectType":"StatementRef","id":"E05AA883-ACAF-40AD-BF54-02C8CE485FB0"},"timestamp":"2026-02-03T10:00:00Z"}
            """).Completions.ShouldHaveSingleItem();

        completion.Kind.ShouldBe(CompletionKind.Undone);
        completion.Undoes.ShouldBe("e05aa883-acaf-40ad-bf54-02c8ce485fb0");
        (completion.Learner.Count, completion.Courses.Count).ShouldBe((0, 0));
        completion.Digest.ShouldNotBeNull();
    }

    [Fact]
    public void Taking_back_without_a_time_holds_from_when_it_is_heard()
    {
        var heard = new DateTimeOffset(2026, 2, 3, 10, 0, 0, TimeSpan.Zero);
        var delivery = Readings.Delivery("""
            {"actor":{"mbox":"mailto:admin@example.ca"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},
             "object":{"objectType":"StatementRef","id":"e05aa883-acaf-40ad-bf54-02c8ce485fb0"} }
            """, "1.0.3");

        var (atTheDoor, kept) = (Read(delivery), Read(delivery with { Received = heard }));

        kept.At.ShouldBe(heard);
        kept.EventId.ShouldBe(atTheDoor.EventId);

        Completion Read(Delivery arrived) => Readings.Lms("xapi").Read(Readings.Source("xapi"), arrived).Completions.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("scored", "http://adlnet.gov/expapi/activities/assessment", """{"score":{"raw":8,"max":10}}""", null)]
    [InlineData("completed", "http://adlnet.gov/expapi/activities/assessment", """{"score":{"raw":8,"max":10}}""", null)]
    [InlineData("passed", "http://adlnet.gov/expapi/activities/assessment", """{"score":{"raw":8,"max":10}}""", true)]
    [InlineData("failed", "http://adlnet.gov/expapi/activities/simulation", """{"score":{"raw":8,"max":10}}""", false)]
    [InlineData("scored", Cmi5Course, """{"score":{"raw":8,"max":10}}""", null)]
    public void A_result_is_an_assessment_whatever_it_was_of(string verb, string type, string result, bool? passed) =>
        Readings.XApi(Statement(Adl + verb, type, result: result)).Completions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            assessed => assessed.Kind.ShouldBe(CompletionKind.Assessed),
            assessed => assessed.Score!.Percent.ShouldBe(80),
            assessed => assessed.Passed.ShouldBe(passed),
            assessed => assessed.Assessment.ShouldBe(type == Cmi5Course ? null : "https://moodle.example.ca/course/view.php?id=7"));

    [Fact]
    public void What_is_no_statement_cannot_be_taken_back() =>
        Readings.XApi(Statement(Adl + "voided", Cmi5Course)).Fault.ShouldBe("A statement voids something that is no statement.");

    [Fact]
    public void Accounts_of_another_page_than_the_sources_own_are_other_people()
    {
        var delivery = Readings.Delivery(Statement(Adl + "completed", Cmi5Course), "1.0.3");
        var elsewhere = Readings.Source("xapi") with
        {
            Settings = new Dictionary<string, string> { ["homePage"] = "https://lms.example.ca" },
        };

        Readings.Lms("xapi").Read(elsewhere, delivery).Completions.Single().Learner
            .ShouldBe([new(LearnerReferenceKind.Other, "https://moodle.example.ca 301")]);
    }

    [Theory]
    [InlineData(@"\\mod_quiz\\event\\attempt_abandoned", "completed:mod_quiz.attempt_abandoned")]
    [InlineData(@"\\core\\event\\course_module_completion_updated", "completed:core.course_module_completion_updated")]
    public void Moodle_says_completed_of_what_is_not(string moodleEvent, string label)
    {
        var reading = Readings.XApi(Attempt(moodleEvent, """{"raw":50,"min":0,"max":100}"""));

        reading.Completions.ShouldBeEmpty();
        reading.Ignored.ShouldHaveSingleItem().Kind.ShouldBe(label);
    }

    [Fact]
    public void A_quiz_attempt_has_the_points_given_and_never_the_scaled_ones()
    {
        var completion = Readings
            .XApi(Attempt(@"\\mod_quiz\\event\\attempt_submitted", """{"raw":30,"min":0,"max":40,"scaled":0.5}"""))
            .Completions.ShouldHaveSingleItem();

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
        Readings
            .XApi(
                Attempt(@"\\mod_quiz\\event\\attempt_submitted", """{"raw":30,"max":40}""")
                    .Replace("mod/quiz/attempt.php?attempt=5012&cmid=31", page, StringComparison.Ordinal))
            .Completions.ShouldHaveSingleItem().Attempt.ShouldBe(attempt);

    [Fact]
    public void A_graded_assignment_names_no_attempt_for_its_latest_grade_counts() =>
        Readings.XApi(Attempt(@"\\mod_assign\\event\\submission_graded", """{"raw":30,"max":40}""")
                .Replace("http://adlnet.gov/expapi/verbs/completed", "http://adlnet.gov/expapi/verbs/scored", StringComparison.Ordinal)
                .Replace("mod/quiz/attempt.php?attempt=5012&cmid=31", "mod/assign/view.php?id=31", StringComparison.Ordinal))
            .Completions.ShouldHaveSingleItem().Attempt.ShouldBeNull();

    [Theory]
    [InlineData("""{"scaled":0.9}""")]
    [InlineData("""{"max":3}""")]
    public void An_attempt_without_points_is_no_assessment(string score) =>
        Readings.XApi(Attempt(@"\\mod_quiz\\event\\attempt_submitted", score)).Completions.ShouldBeEmpty();

    [Fact]
    public void A_learner_named_by_login_is_found_by_login_too() =>
        Readings.XApi(Statement(Adl + "completed", Cmi5Course, account: "zoe.l")).Completions.Single().Learner
            .ShouldBe([new(LearnerReferenceKind.LmsId, "zoe.l"), new(LearnerReferenceKind.Login, "zoe.l")]);

    [Fact]
    public void A_completion_without_a_time_has_that_of_its_arrival()
    {
        var completion = JsonNode.Parse(Statement(Adl + "completed", Cmi5Course))!.AsObject();
        completion.Remove("timestamp");
        var noise = JsonNode.Parse(Statement(Adl + "launched", Cmi5Course))!.AsObject();
        noise.Remove("timestamp");

        var arrived = new DateTimeOffset(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);
        var delivery = Readings.Delivery($"[{noise.ToJsonString()},{completion.ToJsonString()}]", "1.0.3") with { Received = arrived };
        var reading = Readings.Read("xapi")(delivery);
        (reading.Fault, reading.Damaged.Count).ShouldBe((null, 0));
        reading.Completions.ShouldHaveSingleItem().At.ShouldBe(arrived);
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
    [InlineData("moodle/badge_awarded.statements", CompletionKind.Completed)]
    [InlineData("moodle/badge_revoked.statements", CompletionKind.Undone)]
    [InlineData("xapi/about.L594.failed", CompletionKind.Assessed)]
    [InlineData("xapi/spec.L2152.attempted", null)]
    [InlineData("xapi/spec.L1144.commented", null)]
    [InlineData("xapi/spec.L2826.experienced", null)]
    [InlineData("xapi/spec.L285.voided", CompletionKind.Undone)]
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
        if (sample.StartsWith("moodle", StringComparison.Ordinal) && !sample.Contains("badge", StringComparison.Ordinal))
            reading.Completions.ShouldAllBe(c => c.Courses.Contains("2"));
    }

    private static string Statement(string verb, string type, string account = "301", string result = "{}") => $$$$"""
        {"actor":{"account":{"homePage":"https://moodle.example.ca","name":"{{{{account}}}}" },"name":"Zoé"},
         "verb":{"id":"{{{{verb}}}}" },
         "object":{"id":"https://moodle.example.ca/course/view.php?id=7","definition":{"type":"{{{{type}}}}" },"objectType":"Activity"},
         "result":{{{{result}}}},"timestamp":"2026-02-01T10:00:00+00:00"}
        """;

    private static string Attempt(string moodleEvent, string score) => $$$$"""
        {"actor":{"account":{"homePage":"https://moodle.example.ca","name":"301"} },
         "verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},
             "object":{"id":"https://example.ca/moodle/mod/quiz/attempt.php?attempt=5012&cmid=31",
              "definition":{"type":"http://adlnet.gov/expapi/activities/attempt"}},
         "result":{"completion":true,"success":true,"score":{{{{score}}}} },
         "context":{"contextActivities":{"parent":[
               {"id":"https://example.ca/moodle/mod/quiz/view.php?id=31",
               "definition":{"type":"http://adlnet.gov/expapi/activities/assessment"}},
           {"id":"https://example.ca/moodle/course/section.php?id=1","definition":{"type":"http://id.tincanapi.com/activitytype/section"}},
           {"id":"https://example.ca/moodle/course/view.php?id=7","definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course",
             "extensions":{"https://w3id.org/learning-analytics/learning-management-system/external-id":"EAU-130"} } }]},
          "extensions":{"http://lrs.learninglocker.net/define/extensions/info":{"event_name":"{{{{moodleEvent}}}}"} } },
         "timestamp":"2026-02-01T10:00:00+00:00"}
        """;
}
